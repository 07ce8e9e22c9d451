#!/usr/bin/env python3
"""Compares this library with aws-cdk-lib and rusty-cdk: CPU seconds, wall seconds and peak memory for the same topologies.
Prints a section of Markdown.

    python3 infra/cdk/benches/peers/synthesis.py

Needs node, npm and cargo; installs what the lock files beside it name into `target/peers`. `shop` describes the shop's kinds
of resources (30 in a copy) with this library and with aws-cdk-lib; `services` is what rusty-cdk can express of them (10 in
a service). Before anything is measured, the script makes sure that the templates hold equally many resources of each type
and equal properties of them. Figures are medians; CPU is user and system time of a program and all its children.
"""

import json
import os
import shutil
import statistics
import sys
from collections import Counter

from measuring import FOLDER, HERE, beside_the_first, build_programs, print_table, quietly, run, say

CDK_LIB = FOLDER / "aws-cdk-lib"
OUT = FOLDER / "out"
SYNTHESES = 5

# Stacks, and how many resources each has.
SIZES = [(1, 30), (1, 480), (50, 30)]


def main():
    say("installing aws-cdk-lib, building the programs")
    shutil.copytree(HERE / "aws-cdk-lib", CDK_LIB, dirs_exist_ok=True)
    quietly(["npm", "ci", "--no-audit", "--no-fund"], cwd=CDK_LIB)
    programs = build_programs("measured") | build_programs("ours") | build_programs("rusty-cdk-services")
    head = ["resources", "program", "CPU s", "times ours", "wall s", "times ours", "peak MB", "times ours"]
    print("## Synthesis\n")
    print(
        f"The same topology, written into a cloud assembly; medians of {SYNTHESES} runs. Ours always validates. `cdk synth` is the stock\n"
        "command line (2.1148.1) around the program with aws-cdk-lib (2.276.0), which is how its users run it.\n"
    )
    print_table(head, (row for size in SIZES for row in compare(programs, size, shops(programs, size))))
    print("\n### Beside rusty-cdk\n")
    print(
        "`rusty-cdk` 0.9 has no Kinesis streams, streams or recovery of tables, nor mappings of streams, and makes the roles of functions itself;\n"
        "what both can express are tables, queues, buckets, log groups and roles with their policies. It writes every template on its own.\n"
    )
    print_table(head, (row for size in SIZES for row in compare(programs, size, services(programs, size))))
    shutil.rmtree(OUT)


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


def compare(programs, size, contenders):
    """The rows of one size."""
    stacks, resources = size
    title = f"{stacks} x {resources}" if stacks > 1 else str(resources)
    contents = []
    for _, command, env in contenders[:2]:
        synthesized(programs, command, env)
        contents.append(content())
    if contents[0] != contents[1] or contents[0].total() != stacks * resources:
        only = [list((contents[a] - contents[b]).elements())[:3] for a, b in [(0, 1), (1, 0)]]
        sys.exit(f"the topologies differ ({contents[0].total()} resources)\nonly ours: {only[0]}\nonly its: {only[1]}")

    def figures(name, command, env):
        say(f"{title} resources: {name}")
        runs = [synthesized(programs, command, env) for _ in range(SYNTHESES)]
        return [statistics.median(figure) for figure in zip(*runs)]

    for row in beside_the_first((contender[0], figures(*contender)) for contender in contenders):
        yield [title, *row]


def synthesized(programs, command, env):
    """What a run takes that has nothing to overwrite."""
    shutil.rmtree(OUT, ignore_errors=True)
    return run(programs["measured"], command, env, CDK_LIB)


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


if __name__ == "__main__":
    main()
