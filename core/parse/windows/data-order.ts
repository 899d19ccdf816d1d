const SUBJECT = ['SubjectUserSid', 'SubjectUserName', 'SubjectDomainName', 'SubjectLogonId'] as const
const TARGET = ['TargetUserName', 'TargetDomainName', 'TargetSid'] as const
const ACCOUNT = [...TARGET, ...SUBJECT, 'PrivilegeList'] as const
const MEMBER = ['MemberName', 'MemberSid', ...ACCOUNT] as const
const LOGON_TARGET = ['TargetUserSid', 'TargetUserName', 'TargetDomainName', 'TargetLogonId'] as const
const OBJECT = [...SUBJECT, 'ObjectServer', 'ObjectType', 'ObjectName', 'HandleId'] as const
const TASK = [...SUBJECT, 'TaskName', 'TaskContent'] as const
const FILTER = ['ProcessID', 'Application', 'Direction', 'SourceAddress', 'SourcePort'] as const

function each(ids: readonly number[], names: readonly string[]): [string, readonly string[]][] {
  return ids.map((id) => [String(id), names])
}

/** Names of the data of security events in the order of their manifest, for senders that give values alone. */
export const SECURITY_DATA_ORDER: ReadonlyMap<string, readonly string[]> = new Map([
  ...each(
    [4624],
    [
      ...SUBJECT,
      ...LOGON_TARGET,
      ...['LogonType', 'LogonProcessName', 'AuthenticationPackageName', 'WorkstationName', 'LogonGuid'],
      ...[
        'TransmittedServices',
        'LmPackageName',
        'KeyLength',
        'ProcessId',
        'ProcessName',
        'IpAddress',
        'IpPort',
      ],
    ],
  ),
  ...each(
    [4625],
    [
      ...SUBJECT,
      ...['TargetUserSid', 'TargetUserName', 'TargetDomainName', 'Status', 'FailureReason', 'SubStatus'],
      ...['LogonType', 'LogonProcessName', 'AuthenticationPackageName', 'WorkstationName'],
      ...[
        'TransmittedServices',
        'LmPackageName',
        'KeyLength',
        'ProcessId',
        'ProcessName',
        'IpAddress',
        'IpPort',
      ],
    ],
  ),
  ...each([4634], [...LOGON_TARGET, 'LogonType']),
  ...each([4647], LOGON_TARGET),
  ...each(
    [4648],
    [
      ...SUBJECT,
      ...[
        'LogonGuid',
        'TargetUserName',
        'TargetDomainName',
        'TargetLogonGuid',
        'TargetServerName',
        'TargetInfo',
      ],
      ...['ProcessId', 'ProcessName', 'IpAddress', 'IpPort'],
    ],
  ),
  ...each([4672], [...SUBJECT, 'PrivilegeList']),
  ...each(
    [4688],
    [
      ...SUBJECT,
      ...['NewProcessId', 'NewProcessName', 'TokenElevationType', 'ProcessId', 'CommandLine'],
      ...LOGON_TARGET,
      ...['ParentProcessName', 'MandatoryLabel'],
    ],
  ),
  ...each([4689], [...SUBJECT, 'Status', 'ProcessId', 'ProcessName']),
  ...each([4656], [...OBJECT, 'TransactionId', 'AccessList', 'AccessReason', 'AccessMask']),
  ...each([4658], [...SUBJECT, 'ObjectServer', 'HandleId', 'ProcessId', 'ProcessName']),
  ...each([4660], [...SUBJECT, 'ObjectServer', 'HandleId', 'ProcessId', 'ProcessName', 'TransactionId']),
  ...each([4663], [...OBJECT, 'AccessList', 'AccessMask', 'ProcessId', 'ProcessName']),
  ...each(
    [4697],
    [...SUBJECT, 'ServiceName', 'ServiceFileName', 'ServiceType', 'ServiceStartType', 'ServiceAccount'],
  ),
  ...each([4698, 4699, 4700, 4701, 4702], TASK),
  ...each([4719], [...SUBJECT, 'CategoryId', 'SubcategoryId', 'SubcategoryGuid', 'AuditPolicyChanges']),
  ...each([4720, 4722, 4723, 4725, 4726, 4741, 4743], ACCOUNT),
  ...each([4724, 4767], [...TARGET, ...SUBJECT]),
  ...each([4738, 4742], ['Dummy', ...ACCOUNT]),
  ...each([4740], [...TARGET, ...SUBJECT]),
  ...each([4781], ['OldTargetUserName', 'NewTargetUserName', 'TargetDomainName', 'TargetSid', ...SUBJECT]),
  ...each([4727, 4730, 4731, 4734, 4735, 4737, 4744, 4745, 4748, 4749, 4750, 4753], ACCOUNT),
  ...each([4754, 4755, 4758, 4759, 4760, 4763], ACCOUNT),
  ...each([4728, 4729, 4732, 4733, 4746, 4747, 4751, 4752, 4756, 4757, 4761, 4762], MEMBER),
  ...each(
    [4768],
    [
      ...[
        'TargetUserName',
        'TargetDomainName',
        'TargetSid',
        'ServiceName',
        'ServiceSid',
        'TicketOptions',
        'Status',
      ],
      ...['TicketEncryptionType', 'PreAuthType', 'IpAddress', 'IpPort'],
    ],
  ),
  ...each(
    [4769],
    [
      ...['TargetUserName', 'TargetDomainName', 'ServiceName', 'ServiceSid', 'TicketOptions'],
      ...['TicketEncryptionType', 'IpAddress', 'IpPort', 'Status', 'LogonGuid', 'TransmittedServices'],
    ],
  ),
  ...each(
    [4771],
    [
      ...['TargetUserName', 'TargetSid', 'ServiceName', 'TicketOptions', 'Status', 'PreAuthType'],
      ...['IpAddress', 'IpPort'],
    ],
  ),
  ...each([4776], ['PackageName', 'TargetUserName', 'Workstation', 'Status']),
  ...each(
    [4778, 4779],
    ['AccountName', 'AccountDomain', 'LogonID', 'SessionName', 'ClientName', 'ClientAddress'],
  ),
  ...each([4798, 4799], [...TARGET, ...SUBJECT, 'CallerProcessId', 'CallerProcessName']),
  ...each(
    [5140],
    [
      ...SUBJECT,
      'ObjectType',
      'IpAddress',
      'IpPort',
      'ShareName',
      'ShareLocalPath',
      'AccessMask',
      'AccessList',
    ],
  ),
  ...each(
    [5145],
    [
      ...SUBJECT,
      ...['ObjectType', 'IpAddress', 'IpPort', 'ShareName', 'ShareLocalPath', 'RelativeTargetName'],
      ...['AccessMask', 'AccessList', 'AccessReason'],
    ],
  ),
  ...each([5152, 5156, 5157], [...FILTER, 'DestAddress', 'DestPort', 'Protocol', 'FilterRTID', 'LayerName']),
  ...each([5154, 5158, 5159], ['ProcessId', 'Application', 'SourceAddress', 'SourcePort', 'Protocol']),
])
