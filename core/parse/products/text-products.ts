import { type Product, productOf } from './product.ts'

/** A text that one product alone writes. */
interface Shape {
  of: Product
  /** What it begins with; a single character where nothing more is the same. */
  starts: readonly string[]
  /** What its first characters must fit as well. */
  fits?: RegExp
  /** Only below these programs, which others have too. */
  programs?: readonly string[]
}

/** As much of a text as is looked at. */
const MAX_HEAD = 200

const DIGITS = [...'0123456789']

const infoblox = productOf('Infoblox', 'NIOS', 'infoblox_nios')
const comware = productOf('HPE', 'Comware switch', 'hpe_comware')
const ontap = productOf('NetApp', 'ONTAP', 'netapp_ontap')
const apc = productOf('Schneider Electric', 'APC Network Management Card', 'apc')
const fortinet = (product: string): Product =>
  productOf('Fortinet', product, `fortinet_${product.toLowerCase()}`)
const fortinetPairs = ['date=', 'device_id=', 'itime=']

const SHAPES: readonly Shape[] = [
  {
    of: productOf('BeyondTrust', 'Remote Support', 'beyondtrust_sra'),
    programs: ['bg'],
    starts: DIGITS,
    fits: /^\d{1,8}:\d\d:\d\d:/,
  },
  {
    of: productOf('Brocade', 'Fabric OS', 'brocade'),
    starts: [...DIGITS, 'AUDIT, '],
    fits: /^(?:\d{1,9} )?(?:AUDIT, )?\d{4}\/\d\d\/\d\d-\d\d:\d\d:\d\d(?:\.\d+)?(?: \([A-Z]{3,5}\))?, \[[A-Z0-9]+-\d{4}\], /,
  },
  {
    of: productOf('Carbon Black', 'App Control', 'carbon_black_app_control'),
    starts: ['Carbon Black App Control event:', 'Bit9 event:'],
  },
  {
    of: productOf('Cisco', 'Meeting Management', 'cisco_meeting_management'),
    starts: DIGITS,
    fits: /^\d{4}-\d\d-\d\d {1,2}\d\d:\d\d:\d\d,\d{3} - (?:local|ldap):\S{1,80}\/HTTP\//,
  },
  {
    of: productOf('Dell', 'iDRAC', 'dell_idrac'),
    programs: ['severity'],
    starts: ['Informational, ', 'Warning, ', 'Critical, '],
    fits: /^\w+, Category: [\w ]+, MessageID: /,
  },
  { of: productOf('Dell', 'OpenManage Enterprise', 'dell_ome'), starts: ['EEMI '] },
  {
    of: productOf('Dell', 'PowerStore', 'dell_powerstore'),
    starts: DIGITS,
    fits: / \[PowerStore_\w{1,40}@\d/,
  },
  {
    of: productOf('Dell', 'PowerSwitch', 'dell_powerswitch'),
    starts: [...'abcdefghijklmnopqrstuvwxyz'],
    fits: /^[\w-]{1,40}\.c\(\d{1,6}\) \d{1,10} %% /,
  },
  { of: fortinet('FortiWeb'), starts: fortinetPairs, fits: /\bdev(?:ice_)?id="?FV/ },
  { of: fortinet('FortiMail'), starts: fortinetPairs, fits: /\bdev(?:ice_)?id="?FE/ },
  { of: fortinet('FortiAnalyzer'), starts: fortinetPairs, fits: /\bdev(?:ice_)?id="?FAZ/ },
  { of: fortinet('FortiManager'), starts: fortinetPairs, fits: /\bdev(?:ice_)?id="?FMG/ },
  { of: fortinet('FortiADC'), starts: fortinetPairs, fits: /\bdev(?:ice_)?id="?FAD/ },
  { of: productOf('HPE', 'ArubaOS', 'aruba'), starts: ['<'], fits: /^<\d{6}> +<[A-Z]{4}> / },
  {
    of: productOf('HPE', 'ProCurve switch', 'hpe_procurve'),
    starts: ['0'],
    fits: /^\d{5} [a-zA-Z][\w.-]{1,20}: {1,2}\S/,
  },
  { of: comware, starts: ['%%10', '%%01'], fits: /^%%\d\d[\w/-]{2,40}/ },
  {
    of: productOf('IBM', 'DataPower', 'ibm_datapower'),
    starts: ['['],
    fits: /^\[[\w. -]{0,64}\]\[?(?:0x[0-9a-f]{8})\]\[/,
  },
  {
    of: infoblox,
    programs: ['httpd', 'serial_console', '-serial_console'],
    starts: DIGITS,
    fits: /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3}Z \[[^\]]{1,80}\]: /,
  },
  {
    of: infoblox,
    programs: ['monitor'],
    starts: ['Type: '],
    fits: /^Type: [\w ]{1,40}, State: \w+, Event: /,
  },
  { of: infoblox, programs: ['python'], starts: ['Threat protection rule update: '] },
  { of: productOf('Juniper', 'ScreenOS NetScreen', 'juniper_netscreen'), starts: ['NetScreen device_id='] },
  { of: productOf('LiveAction', 'LiveNX', 'liveaction_livenx'), starts: ['%LIVEACTION'] },
  {
    of: ontap,
    starts: ['['],
    fits: /^\[[\w.-]{1,64}:[\w.]{1,80}:(?:emergency|alert|critical|error|err|warning|notice|info|debug)\]: /,
  },
  {
    of: productOf('NetApp', 'StorageGRID', 'netapp_storagegrid'),
    starts: ['[AUDT:', '|', '2'],
    fits: /^(?:\|?\d[^[]{0,80})?\[AUDT:/,
  },
  {
    of: productOf('NetIQ', 'Access Manager', 'netiq_access_manager'),
    starts: ['{"appName":"Novell Access Manager', '{"appName":"NetIQ Access Manager'],
  },
  { of: productOf('Radware', 'DefensePro', 'radware_defensepro'), starts: ['DefensePro'] },
  {
    of: productOf('Raritan', 'Dominion', 'raritan'),
    starts: ['[Login ', '[Logout', '[Port '],
    fits: /^\[(?:Login (?:Failed|Success\w*)|Logout|Port (?:Connected|Disconnected|Status))\]: /,
  },
  {
    of: productOf('Riverbed', 'SteelHead', 'riverbed_steelhead'),
    starts: ['['],
    fits: /^\[[a-z][\w/.-]{0,40}\.(?:DEBUG|INFO|NOTICE|WARN|WARNING|ERR|CRIT)\]/,
  },
  { of: productOf('Ruckus', 'SmartZone', 'ruckus_smartzone'), starts: ['@@'], fits: /^@@\d{1,6},\w/ },
  {
    of: apc,
    starts: [
      'Detected an unauthorized user attempting to access the ',
      'UPS: ',
      'Web user ',
      'Console user ',
      'Network service started. ',
    ],
    fits: / 0x[0-9A-F]{4}$/,
  },
  {
    of: productOf('Solace', 'PubSub+', 'solace'),
    programs: ['event', 'command'],
    starts: ['SYSTEM: SYSTEM_', 'CLIENT: CLIENT_', 'VPN: VPN_'],
  },
  {
    of: productOf('Sophos', 'Web Appliance', 'sophos_web_appliance'),
    starts: ['h='],
    fits: /^h=\S{1,64} u="/,
  },
  {
    of: productOf('Stealthbits', 'StealthINTERCEPT', 'stealthintercept'),
    starts: ['StealthINTERCEPT - ', 'StealthINTERCEPT ', 'NumberOfLogins='],
  },
  {
    of: productOf('Symantec', 'Data Loss Prevention', 'symantec_dlp'),
    starts: ['Application_Name=', 'DLP '],
  },
  { of: productOf('Symantec', 'Messaging Gateway', 'symantec_smg'), starts: ['[Brightmail]'] },
  { of: productOf('Tintri', 'VMstore', 'tintri'), starts: ['Scrubbed@ '] },
  { of: productOf('VMware', 'ESXi', 'vmware_esxi'), starts: ['ucs-tool-esxi-inv '] },
  { of: productOf('VMware', 'NSX', 'vmware_nsx'), starts: ['FIREWALL-PKTLOG'] },
  { of: productOf('Cisco', 'SD-WAN', 'cisco_sdwan'), starts: ['%Viptela-'] },
  { of: productOf('Zscaler', 'NSS', 'zscaler'), starts: ['['], fits: /^\[[\d.]{7,15}\] ZscalerNSS: / },
]

const BY_FIRST = new Map<string, { start: string; shape: Shape }[]>()
for (const shape of SHAPES) {
  for (const start of shape.starts) {
    const list = BY_FIRST.get(start.charAt(0)) ?? []
    BY_FIRST.set(start.charAt(0), list)
    list.push({ start, shape })
  }
}

/** @param program lower case, where the header names one */
export function productOfText(text: string, program: string | undefined): Product | undefined {
  const candidates = BY_FIRST.get(text.charAt(0))
  if (candidates === undefined) return undefined
  for (const { start, shape } of candidates) {
    if (!text.startsWith(start)) continue
    if (shape.programs !== undefined && (program === undefined || !shape.programs.includes(program))) continue
    if (shape.fits === undefined || shape.fits.test(text.slice(0, MAX_HEAD))) return shape.of
  }
  return undefined
}
