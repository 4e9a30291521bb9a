// Slices every span out of the object's text, as slices.jq does.
const unit = process.argv[2];
const lines = require("fs").readFileSync(0, "utf8").split("\n").filter((line) => line);
let checked = 0;
for (const line of lines) {
  const record = JSON.parse(line);
  if (record.unit !== unit) throw new Error(`unit ${record.unit}`);
  if (unit === "byte" && record.invalid) continue;
  const whole = { cp: [...record.text], byte: Buffer.from(record.text), utf16: record.text }[unit];
  for (const span of [...record.shorts, ...record.entities]) {
    const cut = whole.slice(span.start, span.end);
    const text = unit === "cp" ? cut.join("") : cut.toString();
    if (text !== span.surface) throw new Error(`${span.start}-${span.end} is not ${span.surface}`);
    checked++;
  }
}
console.log(checked);
