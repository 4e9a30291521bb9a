code() { "$@"; echo "exit $?"; }
code viettat lint --no-builtin small.yaml
printf 'entries:\n- short: QS\n  lang: quân sự\n- short: QS\n  long: quân sự\n  long: quan sát\n' >bad.yaml
code viettat lint --no-builtin bad.yaml
# Remarks are advice.
printf 'entries:\n- short: QS\n  long: quân sự\n' >brief.yaml
code viettat lint --no-builtin brief.yaml
code viettat lint --no-builtin missing.yaml small.yaml
code viettat lint .
