#!/usr/bin/env python3
"""Runs the benchmarks and writes what they measured into docs/performance.md.

    python3 infra/benches/report.py [SECTION ...]

Every benchmark prints one section of Markdown. Named sections are measured again; the others stay as they were measured
before, on the same machine with the same versions, and the report names those that never were. Without a name all are
measured. Needs a quiet machine, Rust, Python 3.11 with venv, Node.js 20 with npm, and the time given in the README.
"""

import datetime
import os
import platform
import shlex
import subprocess
import sys
from pathlib import Path

WORKSPACE = Path(__file__).resolve().parents[2]
REPORT = WORKSPACE / "docs" / "performance.md"
MEASURED = WORKSPACE / "target" / "report"

SECTIONS = {
    "synthesis": "python3 infra/cdk/benches/peers/synthesis.py",
    "synthesis-in-parts": "cargo bench -p cdk --bench synthesis",
    "building": "python3 infra/cdk/benches/peers/building.py",
    "functions": "cargo bench --workspace --profile dev --bench functions",
    "pipeline": "cargo bench --workspace --profile dev --bench pipeline",
    "deploy": "cargo bench --workspace --profile dev --bench deploy",
    "handlers": "cargo bench -p functions --bench handlers",
    "event-store": "cargo run --release --manifest-path functions/benches/peers/Cargo.toml --target-dir target/event-store-peers",
    "simulation": "cargo bench -p shop-simulation --bench simulation",
    "scale": "cargo bench --workspace --profile dev --bench scale",
}

INTRODUCTION = """# How fast it is, and how large

`just bench` measures what stands here and writes this page; each section names the command that measures it alone. "Ours" and each peer are
measured in the same run, and "times ours" is the peer's figure divided by ours. Figures of another machine are others, and those of two runs on a
shared one differ: mostly by some percent, where a program takes milliseconds by up to two thirds. What the system costs is in [cost.md](cost.md).
"""


def main():
    names = sys.argv[1:] or list(SECTIONS)
    unknown = [name for name in names if name not in SECTIONS]
    if unknown:
        sys.exit(f"there is no section {', '.join(unknown)}; there are {', '.join(SECTIONS)}")
    setting = describe_setting()
    MEASURED.mkdir(parents=True, exist_ok=True)
    for name in names:
        print(f"== {name}", file=sys.stderr, flush=True)
        measure(name, setting)
    measured = [name for name in SECTIONS if file(name).exists()]
    sections = [read(name, setting) for name in measured]
    missing = [f"- `just bench {name}`, which runs `{SECTIONS[name]}`\n" for name in SECTIONS if name not in measured]
    if missing:
        sections.append("".join(["## Not measured on this machine\n\n", *missing]))
    new = REPORT.with_suffix(".new")
    new.write_text("\n".join([INTRODUCTION, setting, *sections]))
    os.replace(new, REPORT)
    print(f"wrote {REPORT.relative_to(WORKSPACE)}", file=sys.stderr)


def measure(name, setting):
    """Runs a benchmark and keeps its section."""
    command = SECTIONS[name]
    done = subprocess.run(shlex.split(command), cwd=WORKSPACE, stdout=subprocess.PIPE, text=True)
    if done.returncode != 0:
        sys.exit(f"`{command}` ended with {done.returncode}; what it said stands above. Nothing was written.")
    if not done.stdout.startswith("## "):
        sys.exit(f"`{command}` printed no section, but: {done.stdout[:200]!r}")
    footer = f"Measured on {datetime.date.today()} by `{command}`.\n"
    file(name).write_text(f"{setting}\f{done.stdout.rstrip()}\n\n{footer}")


def read(name, setting):
    """The section, as it was measured last."""
    measured_in, section = file(name).read_text().split("\f", 1)
    if measured_in != setting:
        sys.exit(f"section {name} was measured on another machine or with other versions: run `just bench {name}`")
    return section


def file(name):
    return MEASURED / f"{name}.md"


def describe_setting():
    """The machine and the versions, as a table."""
    rows = {
        "processor": f"{os.cpu_count()} cores of {processor()}",
        "memory": f"{os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES') / 2**30:.0f} GiB",
        "system": f"{platform.freedesktop_os_release()['PRETTY_NAME']}, {platform.machine()}",
        "Rust": version("rustc", "--version"),
        "Python": platform.python_version(),
        "Node.js": version("node", "--version"),
    }
    lines = [f"| {name} | {value} |" for name, value in rows.items()]
    return "\n".join(["| machine and versions | |", "| --- | --- |", *lines, ""])


def processor():
    for line in Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            return line.split(":", 1)[1].strip()
    return "an unnamed processor"


def version(*command):
    return subprocess.run(command, cwd=WORKSPACE, stdout=subprocess.PIPE, text=True, check=True).stdout.strip()


if __name__ == "__main__":
    main()
