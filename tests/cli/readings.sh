# What decides between readings, and what brings others in.
echo 'Gửi TT của xã.' >t.txt
viettat --no-builtin -d small.yaml t.txt
viettat --no-builtin -d small.yaml --on-ambiguous keep t.txt
viettat --no-builtin -d small.yaml --on-ambiguous best t.txt
viettat --no-builtin -d small.yaml -D places --on-ambiguous best t.txt
echo 'Mức GDP tăng.' | viettat --no-builtin -d small.yaml
echo 'Mức GDP tăng.' | viettat --no-builtin -d small.yaml --foreign
