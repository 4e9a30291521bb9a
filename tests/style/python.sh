#!/bin/sh
# python.sh SOURCE VALIDATORS: what ruff says of the scripts, by .ruff.toml.
cd "$1" || exit 1
PATH=$2/python/bin:$PATH
command -v ruff >/dev/null || {
  echo 'skipped: ruff is not installed; tests/write/install.sh gets it'
  exit 77
}
ruff check --no-cache tests && ruff format --no-cache --check --diff tests
