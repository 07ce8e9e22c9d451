#!/usr/bin/env python3
"""Compares this library with aws-cdk-lib: CPU seconds, wall seconds and peak memory for the same topology.

    python3 infra/cdk/benches/peers/compare.py [RUNS]

Needs node, npm (for the versions in package-lock.json, which it installs into `target/peers`) and cargo. Both programs,
topology.rs and topology.js, describe the shop's kinds of resources (tables, stream, buckets, queues, functions with roles,
logs and mappings; 30 resources) once and 16 times over (480), in one stack, and write a cloud assembly. Before anything is
measured, the script makes sure that the two templates hold equally many resources of each type and equal properties of
them.

Rows: our program; aws-cdk-lib's bare program (node alone), with its validation off (CDK_VALIDATION=false) and on; and the
same through `cdk synth`, as its users run it. Ours always validates; its program is what `cdk synth` would run as well.
Each figure is the median of RUNS runs (5 if not given); CPU is user and system time of the program and all its children.
Ratios are against ours. A peak below that of Python (about 12 MB) cannot be told from it: Linux counts a program's memory
from the fork on.
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
RUNS = int(sys.argv[1]) if len(sys.argv) > 1 else 5
COPIES = {30: 1, 480: 16}


def quietly(command, **options):
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, **options)
    if done.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))} failed:\n{done.stdout}")
    return done.stdout


def install():
    """Brings in what is compared; returns our program."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name in ["package.json", "package-lock.json", "topology.js"]:
        shutil.copy(HERE / name, FOLDER / name)
    if not (FOLDER / "node_modules" / "aws-cdk-lib").exists():
        quietly(["npm", "ci", "--no-audit", "--no-fund"], cwd=FOLDER)
    build = ["cargo", "build", "--release", "-p", "cdk", "--example", "peer", "--message-format=json"]
    output = subprocess.run(build, cwd=WORKSPACE, stdout=subprocess.PIPE, text=True, check=True).stdout
    messages = [json.loads(line) for line in output.splitlines()]
    return next(m["executable"] for m in messages if m.get("executable") and m["target"]["name"] == "peer")


def environment(out, validation):
    keep = {name: value for name, value in os.environ.items() if not name.startswith("CDK_")}
    return keep | {"CDK_OUTDIR": str(out), "CDK_VALIDATION": "true" if validation else "false", "CI": "true"}


def subjects(ours, copies, out):
    """Name, command and environment of each row."""
    node = ["node", str(FOLDER / "topology.js"), str(copies)]
    synth = [str(FOLDER / "node_modules" / ".bin" / "cdk"), "synth", "--quiet", "--no-notices", "--output", str(out)]
    synth += ["--app", " ".join(node)]
    return [
        ("cdk (this library)", [ours, str(copies), str(out)], environment(out, True)),
        ("aws-cdk-lib, no validation", node, environment(out, False)),
        ("aws-cdk-lib", node, environment(out, True)),
        ("cdk synth, no validation", [*synth, "--no-validation"], environment(out, False)),
        ("cdk synth", synth, environment(out, True)),
    ]


def one_run(command, env, out):
    """CPU seconds, wall seconds and peak megabytes, measured in a child so that the peak is of this run alone."""
    shutil.rmtree(out, ignore_errors=True)
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        start = time.perf_counter()
        done = subprocess.run(command, env=env, cwd=FOLDER, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        wall = time.perf_counter() - start
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        figures = [used.ru_utime + used.ru_stime, wall, used.ru_maxrss / 1024]
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


def content(out):
    """The type and properties of every resource; without names and references, which the libraries write differently."""

    def plain(node):
        if isinstance(node, dict):
            if any(key == "Ref" or key.startswith("Fn::") for key in node):
                return "reference"
            return {key: plain(value) for key, value in node.items()}
        return [plain(value) for value in node] if isinstance(node, list) else node

    template = json.loads((out / "Shop.template.json").read_text())
    resources = template["Resources"].values()
    return Counter(json.dumps([r["Type"], plain(r["Properties"])], sort_keys=True) for r in resources)


def main():
    ours = install()
    out = FOLDER / "out"
    print(f"medians of {RUNS} runs, {os.cpu_count()} processors, node {quietly(['node', '--version']).strip()}")
    for resources, copies in COPIES.items():
        rows = subjects(ours, copies, out)
        contents = []
        for _, command, env in rows[:2]:
            one_run(command, env, out)
            contents.append(content(out))
        if contents[0] != contents[1] or contents[0].total() != resources:
            only = [list((contents[a] - contents[b]).elements())[:3] for a, b in [(0, 1), (1, 0)]]
            count = contents[0].total()
            sys.exit(f"the topologies differ ({count} resources)\nonly ours: {only[0]}\nonly its: {only[1]}")
        title = f"{resources} resources"
        print(f"\n{title:<26} {'CPU s':>9} {'ratio':>8} {'wall s':>10} {'ratio':>8} {'peak MB':>8} {'ratio':>6}")
        base = None
        for name, command, env in rows:
            runs = [one_run(command, env, out) for _ in range(RUNS)]
            cpu, wall, peak = (statistics.median(figures) for figures in zip(*runs))
            base = base or (cpu, wall, peak)
            print(
                f"{name:<26} {cpu:>9.4f} {cpu / base[0]:>8.1f} {wall:>10.4f} {wall / base[1]:>8.1f} "
                f"{peak:>8.1f} {peak / base[2]:>6.1f}"
            )
    shutil.rmtree(out, ignore_errors=True)


if __name__ == "__main__":
    main()
