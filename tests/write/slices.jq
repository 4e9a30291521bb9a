# Slices every span out of the object's text; fails at the first that is another, and
# prints how many there were. An object with invalid bytes is sliced in code points and
# UTF-16 units only: its text does not have the document's bytes.
def width: if $unit == "cp" then 1
  elif $unit == "utf16" then (if . > 65535 then 2 else 1 end)
  elif . < 128 then 1 elif . < 2048 then 2 elif . < 65536 then 3 else 4 end;
def starts: [foreach (explode[]) as $c (0; . + ($c | width); . - ($c | width))];
def cut($starts; $from; $to):
  [explode, $starts] | transpose | map(select(.[1] >= $from and .[1] < $to)[0]) | implode;

reduce (inputs
  | select($unit != "byte" or (has("invalid") | not))
  | (if .unit != $unit then error("unit \(.unit)") else . end)
  | .text as $text | ($text | starts) as $starts
  | (.shorts + .entities)[] as $span
  | if ($text | cut($starts; $span.start; $span.end)) == $span.surface then 1
    else error("\($span.start)-\($span.end) is not \($span.surface)") end) as $one (0; . + $one)
