echo "open
# not a comment
kubectl delete pod <name> --namespace YOUR_NS
)
cat <<END
never closed
