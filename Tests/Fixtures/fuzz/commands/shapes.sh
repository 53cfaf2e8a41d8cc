# List what is there
ls -la | grep -v '^d' && echo "done: $(date +%s)" || exit 1

# Two in one
a=1; b="x ${a:-$(printf %s "y")} `id`"
for f in *.txt; do
  cat "$f" >> all.log 2>&1 # hash
done
if [[ $a =~ ^(x|y)+$ ]]; then rm -rf /tmp/x; fi
cat <<-'END' <<E2 > out
	body # no comment
END
$a
E2
f() { local x=$1; (( x++ )); }
case $x in a|b) echo 1;; *) :;& esac
curl -sS -X POST https://example.com/x -d @- <<< "$DATA" \
  | jq '.a[] | {b}' &
psql "$DATABASE_URL" -c "UPDATE t SET a = 1; SELECT '--';"
ssh host 'sudo systemctl restart x'
export P=$'a\'b' Q=${x//a/b} R=$((1 + 2))
echo {a,b} <(true) !x ; { true; } ; ( cd / && pwd )
coproc sleep 1
