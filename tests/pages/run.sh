#!/bin/sh
# run.sh PROGRAM PAGES: the manual and the completions in the folder PAGES name every
# option of -h, and the programs that read them (where there are any) find no fault.
program=$1 pages=$2
result=0
fail() {
  echo "$1"
  result=1
}

for command in expand annotate scan glossary lookup lint compile; do
  for option in $("$program" $command -h | grep -o -- '--[a-z-]*' | sort -u); do
    grep -q -- "$(echo "$option" | sed 's/-/\\\\-/g')" "$pages/viettat.1" || fail "viettat.1: no $option"
    for shell in viettat.bash _viettat; do
      grep -q -- "$option" "$pages/$shell" || fail "$shell: no $option"
    done
    grep -q -- "-l ${option#--} " "$pages/viettat.fish" || fail "viettat.fish: no $option"
  done
done
grep -l '@[A-Z]*@' "$pages"/* && fail 'a template was not filled in'

has() { command -v "$1" >/dev/null; }
has bash && { bash -n "$pages/viettat.bash" || fail 'bash finds a fault'; }
has zsh && { zsh -n "$pages/_viettat" || fail 'zsh finds a fault'; }
has fish && { fish -n "$pages/viettat.fish" || fail 'fish finds a fault'; }
if has groff; then
  for page in viettat.1 viettat.5; do
    said=$(groff -ww -K utf8 -man -Tutf8 "$pages/$page" 2>&1 >/dev/null)
    [ -z "$said" ] || fail "$page: $said"
  done
fi

# What bash offers.
offered_by_bash() {
  bash -c '
  . "$1"
  offers() { COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _viettat; echo "${COMPREPLY[*]}"; }
  offers viettat sc
  offers viettat scan --to ""
  offers viettat --style = f
  offers viettat annotate -e PER,L
  offers viettat compile --o' - "$pages/viettat.bash"
}
expected='scan
tsv yaml
first
PER,LOC
--output'
if has bash; then
  [ "$(offered_by_bash)" = "$expected" ] || fail "bash offers: $(offered_by_bash)"
fi
exit $result
