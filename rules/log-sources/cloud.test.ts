import { expect, test } from 'vitest'
import { readRules } from '#core/detect/rule/read-rules'
import { createDetect } from '../../e2e/testkit/sigma-corpus.ts'

/** A rule of SIGMA's names and a line as the provider writes it: they must meet through our parsers. */
test.each<[source: string, items: string, line: object]>([
  [
    'product: aws, service: cloudtrail',
    'eventSource: signin.amazonaws.com, eventName: ConsoleLogin, additionalEventData.MFAUsed: "No", userIdentity.type: IAMUser, responseElements|contains: Success',
    {
      eventTime: '2026-03-10T12:00:00Z',
      eventSource: 'signin.amazonaws.com',
      eventName: 'ConsoleLogin',
      awsRegion: 'eu-west-1',
      userIdentity: { type: 'IAMUser', userName: 'anna' },
      responseElements: { ConsoleLogin: 'Success' },
      additionalEventData: { MFAUsed: 'No' },
    },
  ],
  [
    'product: aws, service: cloudtrail',
    "eventName: PutBucketPolicy, requestParameters|contains: 's3:GetObject', sourceIPAddress: 192.0.2.7, eventType: AwsApiCall",
    {
      eventTime: '2026-03-10T12:00:00Z',
      eventSource: 's3.amazonaws.com',
      eventName: 'PutBucketPolicy',
      awsRegion: 'eu-west-1',
      sourceIPAddress: '192.0.2.7',
      eventType: 'AwsApiCall',
      requestParameters: { bucketPolicy: { Statement: [{ Action: 's3:GetObject' }] } },
    },
  ],
  [
    'product: azure, service: signinlogs',
    'ResultType: 50053, AuthenticationRequirement: singleFactorAuthentication, ClientApp: IMAP, DeviceDetail.isCompliant: "false", Username: anna@example.org',
    {
      time: '2026-03-10T12:00:00Z',
      category: 'SignInLogs',
      operationName: 'Sign-in activity',
      resultType: '50053',
      properties: {
        authenticationRequirement: 'singleFactorAuthentication',
        clientAppUsed: 'IMAP',
        deviceDetail: { isCompliant: false },
        userPrincipalName: 'anna@example.org',
      },
    },
  ],
  [
    'product: azure, service: auditlogs',
    'OperationName: Add user, Category: UserManagement, Status: success, TargetResources.ModifiedProperties.NewValue|contains: Guest',
    {
      time: '2026-03-10T12:00:00Z',
      category: 'AuditLogs',
      operationName: 'Add user',
      properties: {
        category: 'UserManagement',
        result: 'success',
        targetResources: [
          { displayName: 'eve', modifiedProperties: [{ displayName: 'UserType', newValue: '"Guest"' }] },
        ],
      },
    },
  ],
  [
    'product: azure, service: activitylogs',
    'operationName|endswith: /DELETE, CategoryValue: Administrative',
    {
      time: '2026-03-10T12:00:00Z',
      resourceId: '/SUBSCRIPTIONS/S/RESOURCEGROUPS/R/PROVIDERS/MICROSOFT.KEYVAULT/VAULTS/V',
      operationName: 'MICROSOFT.KEYVAULT/VAULTS/DELETE',
      category: 'Administrative',
    },
  ],
  [
    'product: azure, service: riskdetection',
    'riskEventType: anonymizedIPAddress',
    {
      time: '2026-03-10T12:00:00Z',
      category: 'UserRiskEvents',
      operationName: 'User Risk Detection',
      properties: { riskEventType: 'anonymizedIPAddress' },
    },
  ],
  [
    'product: gcp, service: gcp.audit',
    'data.protoPayload.authorizationInfo.permission: storage.buckets.delete, data.protoPayload.authorizationInfo.granted: "true", data.protoPayload.resource.type: gcs_bucket',
    {
      logName: 'projects/p/logs/cloudaudit.googleapis.com%2Factivity',
      timestamp: '2026-03-10T12:00:00Z',
      protoPayload: {
        '@type': 'type.googleapis.com/google.cloud.audit.AuditLog',
        methodName: 'storage.buckets.delete',
        authorizationInfo: [{ granted: true, permission: 'storage.buckets.delete' }],
      },
      resource: { type: 'gcs_bucket' },
    },
  ],
  [
    'product: gcp, service: google_workspace.admin',
    "eventService: admin.googleapis.com, eventName: TOGGLE_CAA_ENABLEMENT, setting_name|startswith: ContextAwareAccess, new_value: 'false'",
    {
      id: { time: '2026-03-10T12:00:00Z', applicationName: 'admin' },
      actor: { email: 'anna@example.org' },
      events: [
        {
          type: 'SECURITY_SETTINGS',
          name: 'TOGGLE_CAA_ENABLEMENT',
          parameters: [
            { name: 'SETTING_NAME', value: 'ContextAwareAccess enabled' },
            { name: 'NEW_VALUE', value: 'false' },
          ],
        },
      ],
    },
  ],
  [
    'product: gcp, service: google_workspace.login',
    'protoPayload.serviceName: login.googleapis.com, protoPayload.metadata.event.eventName: 2sv_disable',
    {
      logName: 'organizations/1/logs/cloudaudit.googleapis.com%2Fdata_access',
      timestamp: '2026-03-10T12:00:00Z',
      protoPayload: {
        '@type': 'type.googleapis.com/google.cloud.audit.AuditLog',
        serviceName: 'login.googleapis.com',
        metadata: { event: [{ eventName: '2sv_disable' }] },
      },
    },
  ],
  [
    'product: m365, service: audit',
    'Operation|contains: New-InboxRule, Parameters|contains: ForwardTo',
    {
      CreationTime: '2026-03-10T12:00:00',
      RecordType: 1,
      Operation: 'New-InboxRule',
      Workload: 'Exchange',
      OrganizationId: 'o',
      Parameters: [{ Name: 'ForwardTo', Value: 'eve@example.net' }],
    },
  ],
  [
    'product: m365, service: audit',
    'Operation: Add user., Workload: AzureActiveDirectory',
    {
      CreationTime: '2026-03-10T12:00:00',
      RecordType: 8,
      Operation: 'Add user.',
      Workload: 'AzureActiveDirectory',
      OrganizationId: 'o',
    },
  ],
  [
    'product: m365, service: threat_management',
    'eventSource: SecurityComplianceCenter, eventName: Suspicious inbox forwarding, status: success',
    {
      CreationTime: '2026-03-10T12:00:00',
      RecordType: 40,
      Operation: 'AlertTriggered',
      Workload: 'SecurityComplianceCenter',
      OrganizationId: 'o',
      Name: 'Suspicious inbox forwarding',
      ResultStatus: 'Succeeded',
    },
  ],
  [
    'product: kubernetes, service: audit',
    'verb: create, objectRef.resource: pods, hostPath: "*", capabilities: "*", responseStatus.code: 201',
    {
      auditID: 'a',
      verb: 'create',
      objectRef: { resource: 'pods' },
      responseStatus: { code: 201 },
      requestObject: {
        spec: {
          volumes: [{ hostPath: { path: '/' } }],
          containers: [{ securityContext: { capabilities: { add: ['SYS_ADMIN'] } } }],
        },
      },
    },
  ],
])('%s: %s', async (source, items, line) => {
  const { rules, errors } = readRules(
    `title: T\nid: r\nlogsource: { ${source} }\ndetection: { a: { ${items} }, condition: a }`,
    'a.yml',
  )
  expect(errors).toEqual([])
  const detect = await createDetect(rules)
  expect(detect(JSON.stringify(line))).toContain('r')
})
