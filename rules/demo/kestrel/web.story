# Part of the intrusion at Kestrel Logistics that docs/demo.md tells. Written by hand for Nightjar, nobody's real log.
# Each line: how long before now, then the record; {bsd} {iso} {clf} {sql} {sqlms} become its time.

# Chapter 1: somebody looks at the shop window
-10:41:00 <134>{bsd} web01 nginx: 203.0.113.66 - - [{clf}] "GET / HTTP/1.1" 200 512 "-" "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0"
-10:40:23 <134>{bsd} web01 nginx: 203.0.113.66 - - [{clf}] "GET /robots.txt HTTP/1.1" 404 549 "-" "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0"
-10:39:46 <134>{bsd} web01 nginx: 203.0.113.66 - - [{clf}] "GET /.env HTTP/1.1" 404 586 "-" "Mozilla/5.0 zgrab/0.x"
-10:39:09 <134>{bsd} web01 nginx: 203.0.113.66 - - [{clf}] "GET /.git/config HTTP/1.1" 404 623 "-" "Mozilla/5.0 zgrab/0.x"
-10:38:32 <134>{bsd} web01 nginx: 203.0.113.66 - - [{clf}] "GET /track?id=1 HTTP/1.1" 200 660 "-" "sqlmap/1.8.4#stable (https://sqlmap.org)"
-10:37:55 <134>{bsd} web01 nginx: 203.0.113.66 - - [{clf}] "GET /track?id=1%27%20OR%20%271%27=%271 HTTP/1.1" 400 697 "-" "sqlmap/1.8.4#stable (https://sqlmap.org)"
-10:37:18 <134>{bsd} web01 nginx: 203.0.113.66 - - [{clf}] "GET /track?id=1+UNION+SELECT+null,null-- HTTP/1.1" 400 734 "-" "sqlmap/1.8.4#stable (https://sqlmap.org)"
-10:36:41 <134>{bsd} web01 nginx: 203.0.113.66 - - [{clf}] "GET /careers/team HTTP/1.1" 200 771 "-" "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0"
