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

# Measure the size, start and memory of each function, and the shop on this machine.
bench: local
    cargo bench --workspace --profile dev --bench functions
    cargo bench --workspace --profile dev --bench pipeline

# Measure a replay: events a second from archive to queue, and memory for 1 GB.
bench-replay:
    cargo bench -p functions --bench replay

# Measure how many seeded runs of 200 commands the simulation does in a minute.
bench-simulation:
    cargo bench -p shop-simulation

# Find where limits of services bite, in the simulation.
bench-scale:
    cargo bench --workspace --profile dev --bench scale

# Measure synthesis: resources a second, and memory.
bench-synthesis:
    cargo bench -p cdk --bench synthesis
    cargo bench -p cdk --bench memory

# Measure what the deploy engine adds to CloudFormation's own time, and the diff of two templates of 500 resources.
bench-deploy:
    cargo bench --workspace --profile dev --bench deploy
    cargo bench -p cdk --bench diff

# Measure synthesis side by side with aws-cdk-lib (needs Python 3 and Node.js).
bench-peers:
    python3 infra/cdk/benches/peers/compare.py

# Measure how fast commits become records of the event stream, events an object of the archive, and events an aggregate.
bench-events:
    cargo bench -p functions --bench publish
    cargo bench -p functions --bench archive
    cargo bench -p functions --bench rehydration
    cargo bench -p domain --bench rehydration

# Measure loading and appending side by side with cqrs-es in memory, and with dynamo-es on the emulator.
bench-event-store:
    cargo run --release --manifest-path functions/benches/peers/Cargo.toml
