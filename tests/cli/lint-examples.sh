code() { "$@"; echo "exit $?"; }
cat >good.yaml <<'END'
domain: military
entries:
- short: QS
  long: quân sự
  en: military
  kind: field
  source: common usage
  examples:
  - "Cơ quan ⟦QS→quân sự⟧ họp."
  - "Công văn ⟦12/CV-QS→=code⟧ của xã."
END
code viettat lint --examples -v --no-builtin good.yaml
sed 's/Cơ quan ⟦QS→quân sự⟧/⟦QS→quân sự⟧ và QS/; s/⟦12.*⟧/⟦12/' good.yaml >bad.yaml
code viettat lint --examples -v --no-builtin bad.yaml
