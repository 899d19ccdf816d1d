# The weather of the Internet at Borealis Foods: a scanner comes by, finds nothing and goes. Alerts to close, not to fear.
# Each line: how long before now, then the record; {bsd} {iso} {clf} {sql} {sqlms} become its time.

-05:12:10 <134>{bsd} shop02 nginx: 198.51.100.23 - - [{clf}] "GET / HTTP/1.1" 200 9120 "-" "Mozilla/5.0 (compatible; Nmap Scripting Engine; https://nmap.org/book/nse.html)"
-05:12:09 <134>{bsd} shop02 nginx: 198.51.100.23 - - [{clf}] "OPTIONS / HTTP/1.1" 405 150 "-" "Mozilla/5.0 (compatible; Nmap Scripting Engine; https://nmap.org/book/nse.html)"
-05:11:58 <134>{bsd} shop02 nginx: 198.51.100.23 - - [{clf}] "GET /.git/HEAD HTTP/1.1" 404 153 "-" "Mozilla/5.0 (compatible; Nmap Scripting Engine; https://nmap.org/book/nse.html)"
-05:11:40 <134>{bsd} shop02 nginx: 198.51.100.23 - - [{clf}] "GET /.env HTTP/1.1" 404 153 "-" "python-requests/2.31.0"
