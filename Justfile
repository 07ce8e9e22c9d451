# The commands that this project is worked on with. `just --list` shows them.

# Everything that a change has to pass.
ci:
    bash .ci/run

# Every test, the end-to-end test included.
test:
    cargo test --workspace

# The simulation under one seed after the other, until it is stopped or something does not hold.
soak *FIRST:
    cargo run --release -p shop-simulation -- {{FIRST}}

# What can be seen without running anything.
lint:
    cargo fmt --all --check
    cargo clippy --workspace --all-targets -- --deny warnings

# Write the typed resources from AWS's published schemas.
generate:
    cargo run -p cdk-generate

# Write the templates of every environment on AWS.
synth:
    cargo run -p infra -- synth

# Deploy the shop to the emulator on this machine.
local:
    cargo run -p infra -- deploy --env local

# Delete the shop from this machine, and stop the emulator.
local-down:
    cargo run -p infra -- destroy --env local

# Count the instructions of the hot paths, each of which has a bound.
instructions:
    .ci/instructions

# Measure what docs/performance.md claims and write it, or only the sections named (takes about an hour of a quiet machine).
bench *SECTIONS:
    python3 infra/benches/report.py {{SECTIONS}}
