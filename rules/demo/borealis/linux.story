# Internet noise at the web shop's SSH door.
# Each line: how long before now, then the record; {bsd} {iso} {clf} {sql} {sqlms} become its time.

-11:03:21 <38>{bsd} shop01 sshd[20811]: Invalid user pi from 198.51.100.23 port 38122
-11:03:22 <38>{bsd} shop01 sshd[20811]: Failed password for invalid user pi from 198.51.100.23 port 38122 ssh2
-11:03:23 <38>{bsd} shop01 sshd[20811]: Connection closed by invalid user pi 198.51.100.23 port 38122 [preauth]
