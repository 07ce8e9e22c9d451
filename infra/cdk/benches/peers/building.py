#!/usr/bin/env python3
"""Compares what building the programs takes that describe a topology: with this library, aws-cdk-lib and rusty-cdk. Prints a
section of Markdown.

    python3 infra/cdk/benches/peers/building.py

Needs node, npm and cargo. Builds in a copy of the workspace in `target/peers`; medians.
"""

import os
import shutil
import statistics
import sys

from measuring import FOLDER, HERE, WORKSPACE, beside_the_first, build_programs, print_table, quietly, run, say

COPY = FOLDER / "workspace"
CHANGES = 3


def main():
    measured = build_programs("measured")["measured"]
    for workspace in [HERE, WORKSPACE]:
        quietly(["cargo", "fetch", "--locked"], cwd=workspace)
    shutil.rmtree(COPY, ignore_errors=True)
    shutil.copytree(WORKSPACE, COPY, ignore=shutil.ignore_patterns("target", ".git", "node_modules", "cdk.out"))
    print("## Building the program that describes a topology\n")
    print(
        "What one waits for before synthesis, unoptimized as `cargo run` does it: at first, with all packages downloaded before, and after one\n"
        f"line of the topology was changed (medians of {CHANGES}). `infra` is this project's whole program, with the deploy engine and the AWS SDK, as\n"
        "rusty-cdk is. For aws-cdk-lib: `npm ci`, and the TypeScript compiler over the program; plain JavaScript needs only the first.\n"
    )
    rows = programs(COPY / HERE.relative_to(WORKSPACE))
    print_table(
        ["program", "at first, CPU s", "times ours", "wall s", "times ours", "after a change, CPU s", "times ours", "wall s", "times ours"],
        beside_the_first((name, figures(measured, *rest)) for name, *rest in rows),
    )
    shutil.rmtree(COPY)


def programs(peers):
    """Name, commands, of which the last is run again after a change, folder, target folder, and what is changed."""
    cargo = ["cargo", "build", "--locked", "--quiet", "-p"]
    compiler = ["node_modules/.bin/tsc", "--allowJs", "--checkJs", "--skipLibCheck", "--incremental"]
    compiler += ["--tsBuildInfoFile", "compiled/tsbuildinfo", "--module", "commonjs", "--outDir", "compiled", "shop.js"]
    library, infra, rusty_cdk = [*cargo, "ours", "--bin", "shop"], [*cargo, "infra"], [*cargo, "rusty-cdk-services"]
    install = ["npm", "ci", "--prefer-offline", "--no-audit", "--no-fund"]
    return [
        (
            "ours, `infra`", [infra], COPY, COPY / "target" / "infra",
            (COPY / "infra/src/environment.rs", "StreamRetention::hours(168)", "StreamRetention::hours({})"),
        ),
        (
            "ours, the library alone", [library], peers, COPY / "target" / "ours",
            (peers / "ours/src/bin/shop.rs", "retention_in_days(30)", "retention_in_days({})"),
        ),
        (
            "rusty-cdk", [rusty_cdk], peers, COPY / "target" / "rusty-cdk",
            (peers / "rusty-cdk/src/main.rs", "RetentionInDays(30)", "RetentionInDays({})"),
        ),
        (
            "aws-cdk-lib", [install, compiler], peers / "aws-cdk-lib", peers / "aws-cdk-lib" / "node_modules",
            (peers / "aws-cdk-lib/shop.js", "retentionInDays: 30", "retentionInDays: {}"),
        ),
    ]  # fmt: skip


def figures(measured, commands, folder, target, change):
    """CPU and wall seconds from nothing, then those after a change of one line."""
    env = {name: value for name, value in os.environ.items() if name != "CARGO_INCREMENTAL"}
    env |= {"CARGO_TARGET_DIR": str(target)}
    shutil.rmtree(target, ignore_errors=True)
    say(f"building in {folder.relative_to(FOLDER)}: {commands}")

    def seconds(commands):
        cpu, wall, _ = (sum(figures) for figures in zip(*(run(measured, command, env, folder) for command in commands)))
        return cpu, wall

    first = seconds(commands)
    file, old, new = change
    text = file.read_text()
    if old not in text:
        sys.exit(f"{file} has no {old}, whose change would be measured")
    afterwards = []
    for number in range(CHANGES):
        file.write_text(text.replace(old, new.format(60 + number)))
        afterwards.append(seconds(commands[-1:]))
    return [*first, *(statistics.median(figures) for figures in zip(*afterwards))]


if __name__ == "__main__":
    main()
