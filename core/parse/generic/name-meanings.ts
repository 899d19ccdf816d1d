import type { FieldSetter } from '../fields/field-setters.ts'
import {
  action,
  address,
  count,
  direction,
  email,
  eventId,
  filePath,
  hash,
  httpStatus,
  ipList,
  level,
  lower,
  mac,
  mailbox,
  messageId,
  method,
  outcome,
  peer,
  port,
  program,
  severity,
  technique,
  transport,
  url,
  user,
  words,
} from './value-setters.ts'

/**
 * Names that many products give to the same thing, in lower case without `_`, `-` and blanks; two parts of a path count
 * as one name (`client.ip` is `clientip`). Where several are there, the first row and the first name in it win.
 */
const MEANINGS: readonly (readonly [set: FieldSetter, names: string])[] = [
  [
    peer('source'),
    'srcip sourceip sourceipaddress srcipaddress srcaddr sourceaddress srcaddress src source srcipaddr sourceipv4 srchost attackerip attackeraddress ipsrc ipsource ipv4srcaddr ipv6srcaddr connsrcip senderip senderipaddress',
  ],
  [
    address('client', 'source'),
    'clientip clientipaddress clientaddr clientaddress cip calleripaddress callerip actoripaddress actorip userip useripaddress loginip xforwardedfor realip truesourceip requestip requestclientip originip',
  ],
  [
    address('source'),
    'remoteip remoteaddr remoteaddress remoteipaddress rhost peerip ipaddress ipaddr ip ipaddressv4 sourcehost saddr externalip publicip',
  ],
  [
    peer('destination'),
    'dstip destip destinationip destinationipaddress dstaddr destaddr destinationaddress dstipaddress destipaddress dst dest destination dsthost destinationhost targetip serverip serveripaddress serveraddr localip daddr victimip ipdst ipv4dstaddr ipv6dstaddr conndestip',
  ],
  [words('source.domain'), 'sourcehostname srchostname clienthostname clientname sourcedomain srcname shost'],
  [
    words('destination.domain'),
    'destinationhostname dsthostname destinationdomain destinationname desthost desthostname dstname dhost',
  ],
  [
    port('source'),
    'srcport sourceport spt sport clientport sourceportnumber sourcepport remoteport cport connsrcport',
  ],
  [
    port('destination'),
    'dstport destport destinationport dpt dport serverport destinationportnumber targetport conndestport',
  ],
  [mac('source.mac'), 'srcmac sourcemac smac clientmac sourcemacaddress clientmacaddress callingstationid'],
  [mac('destination.mac'), 'dstmac destmac destinationmac dmac destinationmacaddress'],
  [
    address('source.nat'),
    'srcnatip sourcenatip transip sourcetranslatedaddress natsrcip natsourceip srcpostnat newconnsrcip',
  ],
  [
    address('destination.nat'),
    'dstnatip destinationnatip tranip destinationtranslatedaddress natdstip dstpostnat newconndestip',
  ],
  [count('source.nat.port'), 'srcnatport sourcenatport natsrcport natsourceport newconnsrcport'],
  [
    count('destination.nat.port'),
    'dstnatport destinationnatport natdstport natdestinationport newconndestport',
  ],
  [
    user('user'),
    'username usrname user srcuser suser loginname login accountname account userlogin actorname initiatinguser initiatedby performedby subjectusername actor.username usernamestr requestinguser actoruser userprincipalname upn principal principalname actor accountlogin loginuser srcusername clientuser authuser euser logonuser targetusername actorlogin authorname author creatorname createdby initiatorname performername actorusername userdetailsname actordetailsname username authenticateduser sourceusername runas issuer',
  ],
  [
    email('user'),
    'useremail email actoremail emailaddress useremailaddress mail actoremailaddress usermail initiatoremail login.email accountemail authoremail creatoremail initiatoremail actordetailsemail targetuseremail',
  ],
  [
    words('user.id'),
    'userid actorid usrid accountuserid principalid userguid useruuid srcuserid actoruserid useridentifier authorid creatorid initiatorid performerid authoruserid userguid actoruuid useruuid userdetailsid actoraccountid userids authoraccountid',
  ],
  [
    words('user.full_name'),
    'userdisplayname actordisplayname userfullname fullname displayname actordetailsname authordisplayname',
  ],
  [words('user.domain'), 'userdomain ntdomain accountdomain domainname userntdomain'],
  [user('user.target'), 'targetuser dstuser duser targetaccount targetlogin destinationuser affecteduser'],
  [
    action,
    'action act eventaction eventname eventtype operation operationname activity activitytype actiontype actionname eventtypename activityname actiontaken event verb eventtypedisplayname eventcategoryname requestaction subtype activitydisplayname typename typeaction typeactioni18nkey auditaction',
  ],
  [
    eventId,
    'eventid eventuuid alertid messageid logid uuid guid auditid correlationid requestid transactionid incidentid detectionid recordid id uid eventuid activityid _id dataid detectionid auditrecordid eventguid',
  ],
  [
    words('event.code'),
    'eventcode code eventtypeid messagecode msgid errorcode signatureid messagetypeid eventnumber',
  ],
  [
    words('event.provider'),
    'eventsource provider providername sourcename logsource productname eventprovider',
  ],
  [
    severity,
    'severity sev severityid severitylevel alertseverity risklevel threatseverity eventseverity criticality severityname eventseverityname alertlevel',
  ],
  [count('event.risk_score', 100), 'riskscore'],
  [level, 'level loglevel lvl severitytext priorityname levelname'],
  [
    words('message'),
    'message msg shortmessage eventmessage messagetext log text description summary fullmessage msgtext logmessage eventdescription details title alertname',
  ],
  [
    outcome,
    'outcome eventoutcome result eventresult status resultstatus success issuccess successful statustext actionresult loginstatus loginresult response authresult',
  ],
  [
    words('event.reason'),
    'reason failurereason resultreason statusreason resultdescription statusmessage failuremessage denyreason errorreason description eventreason',
  ],
  [words('error.message'), 'errormessage errormsg errmsg exceptionmessage'],
  [
    url,
    'url fullurl requesturl targeturl uri requesturi httpurl webaddress requestpath path httprequesturl csuri destinationurl',
  ],
  [words('url.scheme'), 'urlscheme urischeme csurischeme'],
  [count('url.port'), 'urlport uriport csuriport'],
  [words('url.domain'), 'urldomain httphost requesthost vhost cshost urlhost'],
  [method, 'httpmethod requestmethod method csmethod httprequestmethod verb'],
  [
    httpStatus,
    'statuscode httpstatus httpstatuscode responsecode responsestatus responsestatuscode httpresponsecode scstatus httpcode status',
  ],
  [
    words('user_agent.original'),
    'useragent httpuseragent requestuseragent csuseragent clientuseragent agentstring useragentstring useragentoriginal',
  ],
  [words('http.version'), 'httpversion'],
  [words('http.request.referrer'), 'referer referrer httpreferer httpreferrer requestreferer'],
  [
    transport,
    'protocol proto transport transportprotocol networkprotocol ipprotocol l4proto protoname ipproto connipproto',
  ],
  [lower('network.protocol'), 'appprotocol applicationprotocol service servicename appproto'],
  [lower('network.application'), 'app application appname applicationname'],
  [direction, 'direction networkdirection trafficdirection flowdirection'],
  [
    count('source.bytes'),
    'bytessent sentbyte sentbytes srcbytes bytesout sourcebytes origbytes requestbytes bytesin clientbytes sbytes',
  ],
  [
    count('destination.bytes'),
    'bytesreceived rcvdbyte rcvdbytes receivedbytes recvbytes dstbytes destinationbytes respbytes responsebytes serverbytes rcvd dbytes',
  ],
  [count('source.packets'), 'sentpkt packetssent srcpackets sourcepackets pktsout'],
  [count('destination.packets'), 'rcvdpkt packetsreceived dstpackets destinationpackets pktsin'],
  [words('dns.question.name'), 'queryname qname dnsquery dnsqueryname questionname query dnsquestion'],
  [words('dns.question.type'), 'querytype qtype dnsquerytype recordtype questiontype'],
  [words('dns.response_code'), 'rcode responsecodename dnsresponsecode rcodename'],
  [
    filePath('file'),
    'filepath filefullpath targetfilename fullpath pathname filelocation objectpath filename fname file targetfilepath filefilepath',
  ],
  [count('file.size'), 'filesize fsize'],
  [hash('file', 'sha256'), 'sha256 filesha256 hashsha256 sha256hash filehashsha256 filecontenthash'],
  [hash('file', 'sha1'), 'sha1 filesha1 hashsha1 sha1hash'],
  [hash('file', 'md5'), 'md5 filemd5 hashmd5 md5hash'],
  [hash('file'), 'filehash hash checksum'],
  [
    hash('process'),
    'processhash processsha256 processsha1 processmd5 imagehash processimagesha256 processimagesha1 processimagemd5',
  ],
  [
    program('process'),
    'processname process image imagepath processpath exe executable processimage processimagepath programpath exepath comm processfilename program imagefilename processfilename processimagename actorprocessimagepath actorprocessimagename',
  ],
  [
    words('process.command_line'),
    'commandline cmdline processcommandline processcmdline cmd command processcommand actorprocesscommandline',
  ],
  [count('process.pid'), 'pid processid procid processpid actorprocessospid'],
  [
    program('process.parent'),
    'parentprocessname parentname parentimage parentprocess parentprocesspath parentpath pname parentimagepath',
  ],
  [words('process.parent.command_line'), 'parentcommandline parentcmdline parentprocesscommandline'],
  [count('process.parent.pid'), 'ppid parentprocessid parentpid'],
  [
    words('host.name', 'host.hostname'),
    'hostname host computername computer machinename devicename endpointname endpointhostname devicehostname devname agenthostname machine workstation workstationname nodename hosthostname agentname hostshortname servername system clientcomputername computerhostname endpointhostname assethostname machinehostname systemhostname agenthostname devicehostname hostshortname workstationname targethostname',
  ],
  [
    words('host.id'),
    'hostid deviceid endpointid machineid agentid hostuuid computerid deviceuuid connectorguid computerconnectorguid assetid',
  ],
  [
    ipList('host.ip'),
    'hostip deviceip endpointip agentip machineip hostipaddress deviceipaddress localaddress internalip hostips lastip networkaddressesip computerip assetip ipaddresses localip',
  ],
  [mac('host.mac'), 'hostmac devicemac macaddress mac'],
  [words('host.os.name'), 'osname os ostype platform operatingsystem hostos devicetypeos'],
  [words('host.os.version'), 'osversion operatingsystemversion'],
  [
    words('rule.name'),
    'rulename ruletitle signature signaturename policyname policy alertrule detectionname alerttitle checkname',
  ],
  [words('rule.id'), 'ruleid policyid sid ruleuuid policyuuid'],
  [words('rule.category'), 'rulecategory category signaturecategory'],
  [words('threat.indicator.name'), 'threatname malwarename virusname threat'],
  [technique, 'techniqueid mitretechniqueid attacktechnique techniquesid mitretechnique mitreattackid'],
  [words('observer.vendor'), 'vendor devicevendor observervendor vendorname'],
  [words('observer.product'), 'product deviceproduct observerproduct'],
  [words('observer.name'), 'observername sensor sensorname gateway firewall'],
  [words('observer.serial_number'), 'serialnumber devid serial'],
  [
    words('observer.ingress.interface.name'),
    'srcintf ininterface inboundinterface sourceinterface iniface inputinterface connrecvif',
  ],
  [
    words('observer.egress.interface.name'),
    'dstintf outinterface outboundinterface destinationinterface outiface outputinterface conndestif',
  ],
  [words('observer.ingress.zone'), 'srczone sourcezone inzone fromzone connrecvzone recvzone'],
  [words('observer.egress.zone'), 'dstzone destinationzone outzone tozone conndestzone destzone'],
  [words('organization.id'), 'orgid organizationid tenantid companyid customerid'],
  [words('organization.name'), 'orgname organization organizationname tenantname companyname company'],
  [words('cloud.account.id'), 'cloudaccountid awsaccountid subscriptionid recipientaccountid'],
  [lower('cloud.provider'), 'cloudprovider cloudplatform'],
  [words('cloud.region'), 'region awsregion cloudregion'],
  [words('group.name'), 'groupname usergroup groupsname'],
  [words('group.id'), 'groupid groupguids grouguid groupsid'],
  [words('log.logger'), 'logger loggername'],
  [messageId, 'messageid internetmessageid emailmessageid mailmessageid'],
  [words('email.x_mailer'), 'xmailer'],
  [mailbox('email.from.address'), 'sender from mailfrom fromaddress senderaddress emailfrom senderemail'],
  [
    mailbox('email.to.address'),
    'recipient to rcptto recipients toaddress recipientaddress emailto recipientemail',
  ],
  [words('email.subject'), 'subject emailsubject mailsubject messagesubject'],
  [words('trace.id'), 'traceid'],
  [words('vulnerability.id'), 'cve cveid cvename'],
  [words('tls.version'), 'tlsversion sslversion'],
  [words('tls.cipher'), 'tlscipher sslcipher'],
]

export interface Meaning {
  set: FieldSetter
  /** The lower of two for the same field wins. */
  rank: number
}

/** By the name without its dots, all that it means. */
export const NAME_MEANINGS: ReadonlyMap<string, readonly Meaning[]> = MEANINGS.reduce(
  (map, [set, names], row) => {
    names.split(' ').forEach((name, i) => {
      const plain = name.replaceAll('.', '')
      map.set(plain, [...(map.get(plain) ?? []), { set, rank: row * 100 + i }])
    })
    return map
  },
  new Map<string, readonly Meaning[]>(),
)
