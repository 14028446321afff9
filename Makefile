# Essaim. The two commands a newcomer needs: `make run` and `make test`.

DATA ?= ./data
PORT ?= 8080
RELEASE = --scratch-path .build-release -c release
WALLS = --explicit-target-dependency-import-check error
# Build and run read as one line each; what a step prints beyond that is its own progress.
.PHONY: run test test-unit test-browser bench fuzz build format lint clean help

help:            ## What can be made
	@grep -E '^[a-z-]+: .*##' $(MAKEFILE_LIST) | sed -E 's/: .*## /\t/' | expand -t 18

run:             ## Install what is missing, build, fill a demonstration, serve it on http://localhost:8080
	@scripts/system-packages run
	@swift build $(RELEASE) $(WALLS) --product essaim
	@swift build $(RELEASE) $(WALLS) --product essaim-darkroom
	@$$(swift build $(RELEASE) --show-bin-path)/essaim demo --data $(DATA) --port $(PORT)

test:            ## Everything that CI checks
	@scripts/system-packages test
	@scripts/test

build:           ## The debug flavour, which all tests share
	@scripts/system-packages run
	@swift build $(WALLS) --build-tests

bench:           ## Durable commands a second, worklist p50 and p99, as ratios to ceilings of the same run
	@scripts/system-packages bench
	@scripts/bench

fuzz:            ## Feed nonsense to what reads bytes of strangers, a minute each (SECONDS=60)
	@scripts/fuzz all $(or $(SECONDS),60)

format:          ## Rewrite the sources in the house's format
	@swift format --in-place --recursive --parallel Sources Tests Benchmarks Package.swift

lint:            ## Check the format and the walls
	@scripts/lint

clean:           ## Remove what was built; data stays
	@rm -rf .build .build-release .build-fuzz Benchmarks/.build
