-- A morning of an application's queries, for pg_stat_statements to count.
SELECT count(*) FROM executions WHERE completed_at IS NULL;
SELECT count(*) FROM executions WHERE completed_at IS NULL;
SELECT id, started_at FROM executions ORDER BY started_at DESC LIMIT 20;
SELECT id, started_at FROM executions ORDER BY started_at DESC LIMIT 20;
SELECT id, started_at FROM executions ORDER BY started_at DESC LIMIT 20;
SELECT completed_at - started_at AS took FROM executions WHERE id = 7;
SELECT completed_at - started_at AS took FROM executions WHERE id = 350;
SELECT date_trunc('day', started_at) AS day, percentile_cont(0.95) WITHIN GROUP (ORDER BY completed_at - started_at) AS p95 FROM executions GROUP BY day ORDER BY day;
SELECT date_trunc('day', started_at) AS day, percentile_cont(0.95) WITHIN GROUP (ORDER BY completed_at - started_at) AS p95 FROM executions GROUP BY day ORDER BY day;
SELECT count(*) FROM executions AS a JOIN executions AS b ON b.completed_at - b.started_at > a.completed_at - a.started_at;
