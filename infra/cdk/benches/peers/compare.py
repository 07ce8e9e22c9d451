#!/usr/bin/env python3
"""Compares this library with aws-cdk-lib and rusty-cdk: CPU seconds, wall seconds and peak memory for the same topologies,
and what building the programs takes. Prints a section of Markdown.

    python3 infra/cdk/benches/peers/compare.py

Needs node, npm and cargo; installs what the lock files beside it name into `target/peers`. `shop` describes the shop's kinds
of resources (30 in a copy) with this library and with aws-cdk-lib; `services` is what rusty-cdk can express of them (10 in
a service). Before anything is measured, the script makes sure that the templates hold equally many resources of each type
and equal properties of them. Figures are medians; CPU is user and system time of a program and all its children. A peak
below that of Python (about 12 MB) cannot be told from it: Linux counts a program's memory from the fork on.
"""

import json
import os
import resource
import shutil
import statistics
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

HERE = Path(__file__).resolve().parent
WORKSPACE = HERE.parents[3]
FOLDER = WORKSPACE / "target" / "peers"
CDK_LIB = FOLDER / "aws-cdk-lib"
OUT = FOLDER / "out"
COPY = FOLDER / "workspace"

SYNTHESES = 5
CHANGES = 3

# Stacks, and how many resources each has.
SIZES = [(1, 30), (1, 480), (50, 30)]


def main():
    synth_programs = build_programs()
    print("## Synthesis\n")
    print(
        f"The same topology, written into a cloud assembly; medians of {SYNTHESES} runs. Ours always validates. `cdk synth` is the stock\n"
        "command line (2.1148.1) around the program with aws-cdk-lib (2.276.0), which is how its users run it.\n"
    )
    print_table(
        ["resources", "program", "CPU s", "times ours", "wall s", "times ours", "peak MB", "times ours"],
        [row for size in SIZES for row in compare(size, shops(synth_programs, size))],
    )
    print("\n### Beside rusty-cdk\n")
    print(
        "`rusty-cdk` 0.9 has no Kinesis streams, streams or recovery of tables, nor mappings of streams, and makes the roles of functions itself;\n"
        "what both can express are tables, queues, buckets, log groups and roles with their policies. It writes every template on its own.\n"
    )
    print_table(
        ["resources", "program", "CPU s", "times ours", "wall s", "times ours", "peak MB", "times ours"],
        [row for size in SIZES for row in compare(size, services(synth_programs, size))],
    )
    print("\n### Building the program\n")
    print(
        "What one waits for before synthesis, unoptimized as `cargo run` does it: at first, with all packages downloaded before, and after one\n"
        f"line of the topology was changed (medians of {CHANGES}). `infra` is this project's whole program, with the deploy engine and the AWS SDK, as\n"
        "rusty-cdk is. For aws-cdk-lib: `npm ci`, and the TypeScript compiler over the program; plain JavaScript needs only the first.\n"
    )
    print_table(["program", "at first, CPU s", "wall s", "after a change, CPU s", "wall s"], [*builds()])
    shutil.rmtree(COPY, ignore_errors=True)
    shutil.rmtree(OUT, ignore_errors=True)


def build_programs():
    """Installs and builds what is compared. The optimized programs of ours and of rusty-cdk, by name."""
    say("installing aws-cdk-lib, building the programs")
    shutil.copytree(HERE / "aws-cdk-lib", CDK_LIB, dirs_exist_ok=True)
    quietly(["npm", "ci", "--no-audit", "--no-fund"], cwd=CDK_LIB)
    programs = {}
    for package in ["ours", "rusty-cdk-services"]:
        build = ["cargo", "build", "--release", "--locked", "-p", package, "--message-format=json"]
        environment = os.environ | {"CARGO_TARGET_DIR": str(FOLDER / package)}
        output = subprocess.run(build, cwd=HERE, env=environment, stdout=subprocess.PIPE, text=True, check=True).stdout
        messages = [json.loads(line) for line in output.splitlines()]
        programs |= {m["target"]["name"]: m["executable"] for m in messages if m.get("executable")}
    return programs


def shops(programs, size):
    """Name, command and environment of each row."""
    stacks, resources = size
    arguments = [str(stacks), str(resources // 30)]
    node = ["node", str(CDK_LIB / "shop.js"), *arguments]
    synth = [str(CDK_LIB / "node_modules" / ".bin" / "cdk"), "synth", "--quiet", "--no-notices", "--output", str(OUT)]
    synth += ["--app", " ".join(node)]
    return [
        ("ours", [programs["shop"], *arguments, str(OUT)], environment(True)),
        ("aws-cdk-lib, no validation", node, environment(False)),
        ("aws-cdk-lib", node, environment(True)),
        ("`cdk synth`, no validation", [*synth, "--no-validation"], environment(False)),
        ("`cdk synth`", synth, environment(True)),
    ]


def services(programs, size):
    """The same for what rusty-cdk can express."""
    stacks, resources = size
    arguments = [str(stacks), str(resources // 10), str(OUT)]
    return [
        ("ours", [programs["services"], *arguments], environment(True)),
        ("rusty-cdk", [programs["rusty-cdk-services"], *arguments], environment(True)),
    ]


def environment(validation):
    keep = {name: value for name, value in os.environ.items() if not name.startswith("CDK_")}
    return keep | {"CDK_OUTDIR": str(OUT), "CDK_VALIDATION": "true" if validation else "false", "CI": "true"}


def compare(size, contenders):
    """The rows of one size."""
    stacks, resources = size
    title = f"{stacks} x {resources}" if stacks > 1 else str(resources)
    contents = []
    for _, command, env in contenders[:2]:
        run(command, env)
        contents.append(content())
    if contents[0] != contents[1] or contents[0].total() != stacks * resources:
        only = [list((contents[a] - contents[b]).elements())[:3] for a, b in [(0, 1), (1, 0)]]
        sys.exit(f"the topologies differ ({contents[0].total()} resources)\nonly ours: {only[0]}\nonly its: {only[1]}")
    base = None
    for name, command, env in contenders:
        say(f"{title} resources: {name}")
        runs = [run(command, env) for _ in range(SYNTHESES)]
        figures = [statistics.median(figure) for figure in zip(*runs)]
        base = base or figures
        yield [title, name, *(text for pair in zip(map(rounded, figures), ratios(figures, base)) for text in pair)]


def content():
    """The type and properties of every resource, without what the libraries write differently: names, references, the
    names of a policy's statements, and a list of one thing as the thing."""

    def plain(node):
        if isinstance(node, dict):
            if any(key == "Ref" or key.startswith("Fn::") for key in node):
                return "reference"
            return {key: plain(value) for key, value in node.items() if key != "Sid" and value not in ([], {})}
        if isinstance(node, list):
            return plain(node[0]) if len(node) == 1 else [plain(part) for part in node]
        return node

    templates = [json.loads(file.read_text()) for file in OUT.rglob("*.template.json")]
    resources = [part for template in templates for part in template["Resources"].values()]
    policies = ["DeletionPolicy", "UpdateReplacePolicy"]
    stated = lambda part: [part["Type"], plain(part["Properties"]), *(part.get(policy) for policy in policies)]
    return Counter(json.dumps(stated(part), sort_keys=True) for part in resources)


def builds():
    """The rows of what building takes."""
    for workspace in [HERE, WORKSPACE]:
        quietly(["cargo", "fetch", "--locked"], cwd=workspace)
    shutil.rmtree(COPY, ignore_errors=True)
    ignored = shutil.ignore_patterns("target", ".git", "node_modules", "cdk.out")
    shutil.copytree(WORKSPACE, COPY, ignore=ignored)
    peers = COPY / HERE.relative_to(WORKSPACE)
    cargo = ["cargo", "build", "--locked", "--quiet", "-p"]
    yield build(
        "ours, the library alone", [[*cargo, "ours", "--bin", "shop"]], peers, COPY / "target" / "ours",
        (peers / "ours/src/bin/shop.rs", "retention_in_days(30)", "retention_in_days({})"),
    )
    yield build(
        "ours, `infra`", [[*cargo, "infra"]], COPY, COPY / "target" / "infra",
        (COPY / "infra/src/environment.rs", "StreamRetention::hours(168)", "StreamRetention::hours({})"),
    )
    yield build(
        "rusty-cdk", [[*cargo, "rusty-cdk-services"]], peers, COPY / "target" / "rusty-cdk",
        (peers / "rusty-cdk/src/main.rs", "RetentionInDays(30)", "RetentionInDays({})"),
    )
    compiler = ["node_modules/.bin/tsc", "--allowJs", "--checkJs", "--skipLibCheck", "--incremental"]
    compiler += ["--tsBuildInfoFile", "compiled/tsbuildinfo", "--module", "commonjs", "--outDir", "compiled", "shop.js"]
    yield build(
        "aws-cdk-lib", [["npm", "ci", "--prefer-offline", "--no-audit", "--no-fund"], compiler],
        peers / "aws-cdk-lib", peers / "aws-cdk-lib" / "node_modules",
        (peers / "aws-cdk-lib/shop.js", "retentionInDays: 30", "retentionInDays: {}"), changed=[compiler],
    )


def build(name, commands, folder, target, change, changed=None):
    """Builds from nothing, then after changes of one line."""
    env = {name: value for name, value in os.environ.items() if name != "CARGO_INCREMENTAL"}
    env |= {"CARGO_TARGET_DIR": str(target)}
    shutil.rmtree(target, ignore_errors=True)
    say(f"building: {name}")
    first = [sum(figures) for figures in zip(*(run(command, env, folder) for command in commands))]
    file, old, new = change
    text = file.read_text()
    if old not in text:
        sys.exit(f"{file} has no {old}, whose change would be measured")
    afterwards = []
    for number in range(CHANGES):
        file.write_text(text.replace(old, new.format(60 + number)))
        runs = [run(command, env, folder) for command in changed or commands]
        afterwards.append([sum(figures) for figures in zip(*runs)])
    cpu, wall, _ = (statistics.median(figures) for figures in zip(*afterwards))
    return [name, rounded(first[0]), rounded(first[1]), rounded(cpu), rounded(wall)]


def run(command, env, folder=CDK_LIB):
    """CPU seconds, wall seconds and peak megabytes, measured in a child so that the peak is of this run alone."""
    shutil.rmtree(OUT, ignore_errors=True)
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        start = time.perf_counter()
        done = subprocess.run(command, env=env, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        wall = time.perf_counter() - start
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        figures = [used.ru_utime + used.ru_stime, wall, used.ru_maxrss * 1024 / 1e6]
        failure = done.stderr.decode(errors="replace") if done.returncode != 0 else None
        os.write(write, json.dumps([figures, failure and failure[-2000:]]).encode())
        os._exit(0)
    os.close(write)
    with os.fdopen(read) as pipe:
        figures, failure = json.load(pipe)
    os.waitpid(child, 0)
    if failure is not None:
        sys.exit(f"{' '.join(command)} failed:\n{failure}")
    return figures


def quietly(command, **options):
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, **options)
    if done.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))} failed:\n{done.stdout}")


def ratios(figures, base):
    """How often the figures are those of ours."""
    return ["" if figures is base else rounded(figure / ours) for figure, ours in zip(figures, base)]


def rounded(figure):
    """Three digits that mean something."""
    return f"{figure:,.0f}" if figure >= 100 else f"{figure:.3g}"


def print_table(head, rows):
    print(f"| {' | '.join(head)} |")
    print(f"| {' | '.join('---:' if 's' in title.split()[-1:] or 'MB' in title or 'times' in title else '---' for title in head)} |")
    for row in rows:
        print(f"| {' | '.join(row)} |", flush=True)


def say(text):
    print(f"   {text}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
