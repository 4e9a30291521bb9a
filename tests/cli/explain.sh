viettat --explain --no-builtin -d small.yaml a.txt b.txt >/dev/null
# The prior and the cues make up the score.
printf 'entries:\n- short: KĐ\n  senses:\n  - {long: khẩu đội, prior: 1.5, cues: {next: [number]}}\n  - long: kiểm định\n' >weighed.yaml
echo 'KĐ 2 báo cáo.' | viettat --explain --no-builtin -d weighed.yaml >/dev/null
