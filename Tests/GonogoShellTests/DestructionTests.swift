import GonogoCore
import Testing

@testable import GonogoShell

/// What takes something away that nobody can bring back.
@Suite struct DestructionTests {
  private func reading(_ command: String) -> CommandReading { EffectTests.reader.read(command) }

  @Test(arguments: [
    ("rm -rf build", "files and folders (`rm -r`)"), ("rm -fr /tmp/x", "files and folders"),
    ("rm -R a b", "files"), ("rm --recursive --force a", "files"), ("/bin/rm -rf x", "files"),
    ("sudo rm -rf /var/lib/x", "files"), ("ls && rm -r $DIR", "files"),
    ("if [ -d x ]; then rm -rf x; fi", "files"), ("(cd x; rm -rf y)", "files"),
    ("bash -c 'rm -rf x'", "files"), ("ssh host 'rm -rf /srv/x'", "files"),
    ("ssh host rm -rf /srv/x", "files"), ("cat list | xargs rm -rf", "files"),
    ("docker exec c rm -rf /data", "files"), ("kubectl exec pod -- rm -rf /data", "files"),
    ("echo $(rm -rf x)", "files"), ("clean() { rm -rf x; }", "files"),
    ("timeout 5 rm -rf x", "files"), ("bash <<'E'\nrm -rf x\nE\n", "files"),
    ("find . -name '*.log' -delete", "the files it finds"),
    ("find . -type d -exec rm -rf {} +", "the files it finds"),
    ("find . -exec rm {} \\;", "the files it finds"), ("shred -u key", "beyond recovery"),
    ("truncate -s 0 app.log", "what stands in a file"),
    ("rsync -a --delete a/ b/", "what is at the target"),
    ("mkfs.ext4 /dev/sdb1", "what is on a device"), ("mkfs -t xfs /dev/sdb", "what is on a device"),
    ("dd if=image.iso of=/dev/sda bs=4M", "what is on a device (`dd of=/dev/sda`)"),
    ("dd of=/dev/nvme0n1 if=/dev/zero", "what is on a device"),
    ("cat image >/dev/sdb", "what is on a device (`> /dev/sdb`)"),
    ("wipefs -a /dev/sdb", "what is on a device"), ("zpool destroy tank", "a file system or pool"),
    ("git push --force", "what is in the remote repository (`git push --force`)"),
    ("git push -f origin main", "remote"), ("git push origin +main", "remote"),
    ("git push origin :old", "remote"), ("git push --delete origin v1", "remote"),
    ("git push --force-with-lease", "remote"), ("git -C x push --forc", "remote"),
    ("git reset --hard HEAD~1", "changes that are not committed"),
    ("git clean -fdx", "files that git does not know"),
    ("git branch -D old", "commits of a branch"),
    ("git stash clear", "stashed changes"), ("dropdb app", "a database"),
    ("psql -c 'DROP TABLE users'", "a table (SQL DROP TABLE)"),
    ("psql -c 'select 1; drop database app'", "a database (SQL DROP DATABASE)"),
    ("psql \"$URL\" <<'E'\nTRUNCATE users;\nE\n", "every row of a table (SQL TRUNCATE)"),
    ("psql -c 'delete from users'", "every row of a table (SQL DELETE without WHERE)"),
    ("psql -c 'delete from users returning (select 1 where true)'", "every row"),
    ("psql -c 'with x as (delete from a) select * from x where b'", "every row"),
    ("psql -c 'alter table a drop column b'", "a column"),
    ("psql -c 'alter table a drop b'", "a column"),
    ("mysql -e 'DROP SCHEMA app'", "a schema"),
    ("sqlite3 a.db 'drop table if exists x;'", "a table"),
    ("psql -c 'drop materialized view x; drop schema s cascade'", "a schema"),
    ("redis-cli -h x FLUSHALL", "every key"), ("mongosh --eval 'db.dropDatabase()'", "a database"),
    ("bin/rails db:drop", "a database"), ("rake db:reset", "a database"),
    ("kubectl delete pod x", "objects of the cluster (`kubectl delete`)"),
    ("kubectl -n prod delete -f x.yaml", "objects"), ("oc delete project x", "objects"),
    ("helm uninstall web", "a release"), ("helm -n x delete web", "a release"),
    ("docker system prune -af", "containers, networks"), ("docker volume rm data", "volumes"),
    ("docker compose down -v", "volumes"), ("podman system prune", "containers"),
    ("docker-compose down --volumes", "volumes"),
    ("terraform destroy -auto-approve", "what it manages"),
    ("terraform apply -destroy", "what it manages"), ("tofu destroy", "what it manages"),
    ("pulumi destroy --yes", "what it manages"), ("aws s3 rm s3://b --recursive", "a bucket"),
    ("aws s3 rb s3://b --force", "a bucket"),
    ("aws ec2 terminate-instances --instance-ids i", "resources of a cloud"),
    ("aws rds delete-db-instance --db-instance-identifier x", "resources"),
    ("gcloud compute instances delete x", "resources"),
    ("gsutil -m rm -r gs://b", "objects of a bucket"),
    ("az group delete -n x", "resources"), ("fly apps destroy x", "an app"),
    ("gh repo delete o/r", "remote"), ("userdel -r ada", "home"), ("crontab -r", "the crontab"),
    ("iptables -F", "firewall"),
  ])
  func isSaid(command: String, what: String) {
    let reading = reading(command)
    #expect(reading.destroys?.contains(what) == true, "\(reading.destroys ?? "nothing")")
    #expect(reading.effect == .changes, "\(reading.effectReason)")
  }

  /// What only changes something is asked about as before; what only names such a word, or tries it,
  /// is not more than it was.
  @Test(arguments: [
    "rm file", "rm -f a b", "rmdir x", "ls -r", "cp -r a b", "grep -r rm .", "echo 'rm -rf /'",
    "echo rm -rf x", "# rm -rf x", "printf 'DROP TABLE x'", "man rm", "which mkfs",
    "find . -name delete", "find . -exec ls {} +", "dd if=a of=b", "dd if=/dev/zero of=/dev/null",
    "cat x >/dev/null", "cat x >/dev/stderr", "truncate -s 1G x", "rsync -a a b",
    "rsync -an --delete a b", "wipefs /dev/sdb", "git push", "git push origin main",
    "git push --force --dry-run", "git reset", "git reset --soft HEAD~1", "git clean -n",
    "git clean -nfd", "git branch -d old", "git log --grep=delete", "git stash",
    "psql -c 'select 1'", "psql -c 'delete from a where b = 1'", "psql -c 'drop index x'",
    "psql -c 'drop temporary table x'", "psql -c 'alter table a alter b drop not null'",
    "psql -c 'alter table a drop constraint b'", "psql -c 'explain delete from a'",
    "psql -c \"select 'drop table x'\"", "psql -c 'select * from a where note = $$truncate$$'",
    "psql -c 'insert into a select * from b'", "psql -c 'update a set b = 1 where c'",
    "psql -c 'with x as (delete from a where b) select 1'", "redis-cli GET flushall-count",
    "kubectl get pods", "kubectl delete pod x --dry-run=client", "kubectl apply -f x",
    "helm list", "helm uninstall x --dry-run", "docker system df", "docker rm x",
    "docker compose down", "docker volume ls", "terraform plan -destroy", "terraform apply",
    "aws s3 ls", "aws s3 sync a s3://b", "aws ec2 describe-instances",
    "aws s3 rm s3://b --recursive --dryrun", "gcloud compute instances list", "crontab -l",
  ])
  func isNotSaidOfAnythingElse(command: String) {
    #expect(reading(command).destroys == nil, "\(reading(command).destroys ?? "")")
  }

  @Test func whatIsWorkedOutIsUnknownAsBefore() {
    let hidden = reading("rm $FLAGS x")
    #expect(hidden.destroys == nil)
    #expect(hidden.effect == .changes)
  }
}
