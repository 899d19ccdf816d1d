# Part of the intrusion at Kestrel Logistics that docs/demo.md tells. Written by hand for Nightjar, nobody's real log.
# Each line: how long before now, then the record; {bsd} {iso} {clf} {sql} {sqlms} become its time.

# Chapter 10, seen by the proxy
-03:09:00 <134>{bsd} proxy01 squid[811]: 10.20.4.12 - - [{clf}] "CONNECT store.drop-storage.example:443 HTTP/1.1" 200 3912 "-" "rclone/v1.66.0"
-03:02:10 <134>{bsd} proxy01 squid[811]: 10.20.4.12 - - [{clf}] "CONNECT store.drop-storage.example:443 HTTP/1.1" 200 3989 "-" "rclone/v1.66.0"
-02:55:20 <134>{bsd} proxy01 squid[811]: 10.20.4.12 - - [{clf}] "CONNECT store.drop-storage.example:443 HTTP/1.1" 200 4066 "-" "rclone/v1.66.0"
-02:48:30 <134>{bsd} proxy01 squid[811]: 10.20.4.12 - - [{clf}] "CONNECT store.drop-storage.example:443 HTTP/1.1" 200 4143 "-" "rclone/v1.66.0"
-02:41:40 <134>{bsd} proxy01 squid[811]: 10.20.4.12 - - [{clf}] "CONNECT store.drop-storage.example:443 HTTP/1.1" 200 4220 "-" "rclone/v1.66.0"
-02:34:50 <134>{bsd} proxy01 squid[811]: 10.20.4.12 - - [{clf}] "CONNECT store.drop-storage.example:443 HTTP/1.1" 200 4297 "-" "rclone/v1.66.0"
