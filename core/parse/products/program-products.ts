import { type Product, productOf } from './product.ts'

/**
 * Syslog programs that one product alone has: lower case, `*` stands for whatever follows. A line here is all that it
 * takes to have a product named; who reads its text is another matter.
 */
const ROWS: readonly (readonly [vendor: string, product: string, module: string, programs: string])[] = [
  ['Alcatel-Lucent', 'OmniSwitch', 'alcatel_omniswitch', 'swlogd'],
  ['Avaya', 'Aura', 'avaya', 'avaya* sipenablement sal-agent'],
  ['Barracuda', 'Web Security Gateway', 'barracuda', 'http_scan barracudawsg'],
  ['Barracuda', 'Web Application Firewall', 'barracuda', 'barracudawaf* barracuda*'],
  ['BlackBerry', 'CylancePROTECT', 'cylance', 'cylanceprotect cylance*'],
  ['Broadcom', 'SSL Visibility Appliance', 'broadcom_sslva', 'ssldata sslvisibility'],
  ['Brocade', 'Fabric OS', 'brocade', 'raslogd raslog'],
  ['Check Point', 'Firewall', 'checkpoint', 'checkpoint'],
  ['Cisco', 'Access Control Server', 'cisco_acs', 'cscoacs_*'],
  ['Cisco', 'DNA Center', 'cisco_dnac', 'dnac'],
  ['Cisco', 'Firepower Management Center', 'cisco_fmc', 'sfims'],
  ['Cisco', 'HyperFlex', 'cisco_hyperflex', 'hx-* hxmanager hxconnect'],
  ['Cisco', 'Meeting Management', 'cisco_meeting_management', 'cmm-*'],
  ['Cisco', 'Meeting Server', 'cisco_meeting_server', 'authp'],
  ['Cisco', 'SD-WAN', 'cisco_sdwan', 'vdaemon ompd ftmd fpmd ttmd vconfd* vmanage* viptela*'],
  ['Cisco', 'Secure Email Gateway (ESA)', 'cisco_secure_email_gateway', 'esa ironport'],
  ['Cisco', 'Secure Web Appliance (WSA)', 'cisco_wsa', 'wsa'],
  ['Cisco', 'TelePresence VCS', 'cisco_vcs', 'tvcs'],
  ['Citrix', 'NetScaler SDX', 'citrix_adc', 'svm_service'],
  ['Cohesity', 'DataPlatform', 'cohesity', 'cluster_audit api_audit dataprotection_events cohesity*'],
  ['Darktrace', 'Darktrace', 'darktrace', 'darktrace darktrace_*'],
  ['Dell', 'Avamar', 'dell_avamar', 'avamar* avtar avagent'],
  ['Epic', 'EHR', 'epic_ehr', 'epic epic_*'],
  [
    'F5',
    'BIG-IP',
    'f5_bigip',
    'f5 tmm tmm* mcpd bigd gtmd big3d apmd asm_config_server bd_agent alertd chmand csyncd lacpd sod tmrouted icrd_child iapplxd websso avrd zxfrd merged hwpd guestagentd vcmpd fpdd devmgmtd pccd nlad scriptd overdog lind bigpipe asmlogd dosl7d iprepd tamd datasyncd restjavad restnoded iqmgmt bigip*',
  ],
  ['FireEye', 'Appliance', 'fireeye', 'fenotify*'],
  ['Forcepoint', 'Web Security', 'forcepoint_web', 'websense forcepoint*'],
  ['HPE', 'iLO', 'hpe_ilo', '#ilo* ilo2 ilo3 ilo4 ilo5 ilo6'],
  ['Infoblox', 'NIOS', 'infoblox_nios', 'threat-protect-log serial_console -serial_console db_jnld fastpath'],
  [
    'Juniper',
    'Junos',
    'juniper_junos',
    'rpd mib2d chassisd dcd cosd eswd l2cpd l2ald jsrpd alarmd craftd cfmd pfed ffp rmopd jdhcpd jlaunchd rt_*',
  ],
  ['Juniper', 'NSM', 'juniper_nsm', 'nsm'],
  ['Kaspersky', 'Security Center', 'kaspersky', 'kaspersky* kes'],
  ['Layer7', 'API Gateway', 'layer7', 'ssg'],
  ['McAfee', 'ePolicy Orchestrator', 'mcafee_epo', 'epoevents'],
  [
    'McAfee',
    'Network Security Platform',
    'mcafee_nsp',
    'syslogalertforwarder syslogacllogforwarder syslogfaultforwarder syslogauditlogforwarder',
  ],
  ['McAfee', 'Web Gateway', 'mcafee_web_gateway', 'mwg'],
  ['NetApp', 'StorageGRID', 'netapp_storagegrid', 'ade'],
  ['NetMotion', 'Mobility', 'netmotion', 'localityserver nomadserver mobilityserver'],
  ['OSSEC', 'OSSEC', 'ossec', 'ossec'],
  ['Polycom', 'RealPresence Resource Manager', 'polycom_rprm', 'rprm* polycom*'],
  ['Proofpoint', 'Protection Server', 'proofpoint', 'filter_instance* pps*'],
  ['Pulse Secure', 'Connect Secure', 'pulse_connect_secure', 'pulsesecure pulsesecure:'],
  ['Qumulo', 'Core', 'qumulo', 'qumulo'],
  ['Radware', 'DefensePro', 'radware_defensepro', 'defensepro'],
  ['Ricoh', 'MFP', 'ricoh', 'ricoh*'],
  ['Riverbed', 'SteelHead', 'riverbed_steelhead', 'sport rcud rgpd'],
  ['SecureAuth', 'IdP', 'secureauth', 'secureauth*'],
  ['Semperis', 'Directory Services Protector', 'semperis', 'semperis*'],
  ['Solace', 'PubSub+', 'solace', 'solace*'],
  ['Spectracom', 'SecureSync', 'spectracom', 'spectracom*'],
  ['Splunk', 'Splunk', 'splunk', 'splunk splunkd'],
  ['Symantec', 'Endpoint Protection', 'symantec_endpoint', 'symantecserver'],
  ['Symantec', 'Messaging Gateway', 'symantec_smg', 'conduit bmserver brightmail* ecelerity'],
  ['Symantec', 'ProxySG', 'proxysg', 'proxysg bluecoat*'],
  ['Tenable', 'Identity Exposure AD', 'tenable_ad', 'alsidforad tenable.ad'],
  ['Tenable', 'Nessus Network Monitor', 'tenable_nnm', 'nnm pvs'],
  ['Vectra', 'Cognito', 'vectra', 'vectra_*'],
  ['Veeam', 'Backup & Replication', 'veeam', 'veeam*'],
  [
    'VMware',
    'ESXi',
    'vmware_esxi',
    'hostd vpxa vobd vmkernel vmkwarning fdm hostd-probe rhttpproxy usbarb sdrsinjector storagerm apiforwarder kmxa vsanmgmtd vmauthd ucs-tool-esxi-inv esxupdate swapobjd clomd cmmdsd vsansystem vmksummary iofiltervpd nfsgssd esxtokend configstore',
  ],
  ['VMware', 'NSX', 'vmware_nsx', 'nsx nsx-* nsxv dfwpktlogs firewall-pktlog'],
  [
    'VMware',
    'vCenter',
    'vmware_vcenter',
    'vpxd vpxd-* vcenter-server applmgmt applmgmt-audit vapi-* vsphere-ui vmdird vmafdd vmcad vstats sso-*',
  ],
  ['VMware', 'Avi Load Balancer', 'vmware_avi', 'avi-*'],
  ['Zscaler', 'NSS', 'zscaler', 'zscalernss zscalernss:'],
]

const EXACT = new Map<string, Product>()
const STARTS: (readonly [start: string, product: Product])[] = []
for (const [vendor, name, module, programs] of ROWS) {
  const product = productOf(vendor, name, module)
  for (const program of programs.split(' ')) {
    if (program.endsWith('*')) STARTS.push([program.slice(0, -1), product])
    else EXACT.set(program, product)
  }
}
STARTS.sort(([a], [b]) => b.length - a.length)

/** @param program lower case */
export function productOfProgram(program: string): Product | undefined {
  return EXACT.get(program) ?? STARTS.find(([start]) => program.startsWith(start))?.[1]
}
