"""What the comparisons beside this file have in common: where they build, how they run a program, how they print figures."""

import json
import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
WORKSPACE = HERE.parents[3]
FOLDER = WORKSPACE / "target" / "peers"


def build_programs(package):
    """The optimized programs of a package of this folder, by name."""
    build = ["cargo", "build", "--release", "--locked", "-p", package, "--message-format=json"]
    environment = os.environ | {"CARGO_TARGET_DIR": str(FOLDER / package)}
    output = subprocess.run(build, cwd=HERE, env=environment, stdout=subprocess.PIPE, text=True, check=True).stdout
    messages = [json.loads(line) for line in output.splitlines()]
    return {m["target"]["name"]: m["executable"] for m in messages if m.get("executable")}


def run(measured, command, env, folder):
    """What the program `measured` says of a command: CPU seconds, wall seconds and peak megabytes."""
    done = subprocess.run([measured, *command], env=env, cwd=folder, capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))} failed:\n{done.stderr[-2000:]}")
    return json.loads(done.stdout)


def quietly(command, **options):
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, **options)
    if done.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))} failed:\n{done.stdout}")


def beside_the_first(rows):
    """Each name with its figures, and with how often they are those of the first row."""
    base = None
    for name, figures in rows:
        ratios = ["" if base is None else rounded(figure / first) for figure, first in zip(figures, base or figures)]
        base = base or figures
        yield [name, *(cell for pair in zip(map(rounded, figures), ratios) for cell in pair)]


def rounded(figure):
    """Three digits that mean something."""
    return f"{figure:,.0f}" if figure >= 100 else f"{figure:.3g}"


def print_table(head, rows):
    print(f"| {' | '.join(head)} |")
    print(f"| {' | '.join('---:' if title.split()[-1] in ('s', 'MB', 'ours') else '---' for title in head)} |")
    for row in rows:
        print(f"| {' | '.join(row)} |", flush=True)


def say(text):
    print(f"   {text}", file=sys.stderr, flush=True)
