# From viettat's JSON Lines to what other programs read. From this folder:
#
#   viettat annotate a.txt | jq -L. 'include "recipes"; displacy'
#   viettat annotate a.txt | jq -L. -c 'include "recipes"; doccano'
#   viettat annotate --offsets utf16 a.txt | jq -L. -n 'include "recipes"; label_studio'
#   viettat annotate a.txt | jq -L. -n 'include "recipes"; web_annotations'
#
# The first two turn each object into one; the others read all of them (-n).

def in_unit($unit): if .unit == $unit then . else
  error("these offsets are in \(.unit); give viettat --offsets \($unit)") end;

# Entities and expanded short forms, as {start, end: .end, surface, label}.
def finds: (.entities[] | {start, end: .end, surface, label: .type}),
  (.shorts[] | select(.action == "expand") | {start, end: .end, surface, label: "SHORT"});

# displaCy (spacy.displacy.render(…, style="ent", manual=True)) counts code points and
# shows entities that do not overlap, so short forms are left out.
def displacy: in_unit("cp")
  | {text, title: "\(.doc), line \(.line)", ents: [.entities[] | {start, end: .end, label: .type}]};

# doccano, import as "JSONL" into a project for sequence labelling that allows
# overlapping spans; it counts code points.
def doccano: in_unit("cp") | {text, label: [finds | [.start, .end, .label]], doc, line};

# Label Studio, tasks with pre-annotations; it counts UTF-16 units. The labelling
# configuration needs <Text name="text" value="$text"/> and <Labels name="label"
# toName="text"> with the labels PER LOC ORG TITLE DATE DOC QUANTITY SHORT.
def label_studio: [inputs | in_unit("utf16") | {
  data: {text, doc, line},
  predictions: [{
    model_version: "viettat \(.dict)",
    result: [finds | {
      from_name: "label", to_name: "text", type: "labels",
      value: {start, end: .end, text: .surface, labels: [.label]}}]}]}];

# W3C Web Annotation: one annotation a find, placed in the whole document by code
# points and quoted. Each document's first object has the offset 0.
def web_annotations: foreach (inputs | in_unit("cp")) as $segment (
    {base: 0, next: 0};
    (if $segment.offset == 0 then 0 else .next end) as $base
    | {base: $base, next: ($base + ($segment.text | length))};
    . as {$base} | $segment
    | ((.entities[] | {start, end: .end, surface, purpose: "classifying", value: .type, normal}),
       (.shorts[] | select(.action == "expand")
         | {start, end: .end, surface, purpose: "describing", value: .long}))
    | {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        type: "Annotation",
        generator: {type: "Software", name: "viettat \($segment.dict)"},
        body: ([{type: "TextualBody", purpose, value, format: "text/plain"}
                + (if .purpose == "describing" then {language: "vi"} else {} end)]
               + (if .normal and .normal != .surface then
                    [{type: "TextualBody", purpose: "identifying", value: .normal}] else [] end)),
        target: {
          source: ($segment.doc | @uri),
          selector: [
            {type: "TextPositionSelector", start: ($base + .start), end: ($base + .end)},
            {type: "TextQuoteSelector", exact: .surface}]}});
