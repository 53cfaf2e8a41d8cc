# one
true \
  && false

# two
watch -n1 date
