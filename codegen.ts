import type { CodegenConfig } from '@graphql-codegen/cli'

/** Which type stands behind a GraphQL type in our resolvers; the rest is served as the schema shapes it. */
const mappers = {
  Alert: '../alert/alert-service.ts#AlertParent',
  AlertConnection: '../alert/alert-service.ts#AlertConnectionParent',
  AlertFacets: '../alert/alert-service.ts#AlertFacetsParent',
  AlertGroup: '../alert/alert-service.ts#AlertGroupParent',
  Arrivals: '../event/event-service.ts#ArrivalsParent',
  Detection: '../event/event-service.ts#DetectionParent',
  Event: '../event/event-service.ts#EventParent',
  EventAnnotation: '../annotation/annotation-service.ts#AnnotationParent',
  EventAnnotationConnection: '../annotation/annotation-service.ts#AnnotationConnectionParent',
  EventPattern: '../event/event-service.ts#EventPatternParent',
  EventConnection: '../event/event-service.ts#EventConnectionParent',
  DroppedFile: '../file/file-service.ts#DroppedFileParent',
  EntityProfile: '../graph/entity-service.ts#EntityProfileParent',
  EntityPrevalence: '../graph/entity-service.ts#PrevalenceParent',
  EntityQuestion: '../graph/graph-service.ts#NeighbourCountParent',
  FileVerdict: '../file/file-service.ts#FileVerdictParent',
  Graph: '../graph/graph-service.ts#GraphParent',
  GraphCollection: '../graph/graph-service.ts#NeighbourCountParent',
  GraphEdge: '../graph/graph-service.ts#EdgeParent',
  GraphEntity: '../graph/graph-service.ts#EntityParent',
  GraphNode: '../graph/graph-service.ts#NodeParent',
  RuleHits: '../graph/entity-service.ts#RuleHitsParent',
  IngestToken: '../tenant/tenant-service.ts#IngestTokenParent',
  ProcessNode: '../timeline/timeline-service.ts#ProcessNodeParent',
  Parser: '../parser/parser-service.ts#ParserParent',
  ParserVersion: '../parser/parser-service.ts#ParserVersionParent',
  SavedSearch: '../saved-search/saved-search-service.ts#SavedSearchParent',
  SavedView: '../saved-view/saved-view-service.ts#SavedViewParent',
  Stats: '../event/event-service.ts#StatsParent',
  SourceActivity: '../overview/overview-service.ts#SourceActivityParent',
  TenantActivity: '../overview/overview-service.ts#TenantActivityParent',
  Source: '../tenant/tenant-service.ts#SourceParent',
  TenantHits: '../event/event-service.ts#TenantHitsParent',
  Tenant: '../tenant/tenant-service.ts#TenantParent',
  Timeline: '../timeline/timeline-service.ts#TimelineParent',
  TimelineGap: '../timeline/timeline-service.ts#TimelineGapParent',
  TimelineLane: '../timeline/timeline-service.ts#TimelineLaneParent',
  TimelineMark: '../timeline/timeline-service.ts#TimelineMarkParent',
  Viewer: '../../identity/session.ts#Session',
}

const config: CodegenConfig = {
  schema: ['server/graphql/*.graphql', 'server/graphql/!(generated)/schema.graphql'],
  importExtension: '.ts',
  silent: true,
  generates: {
    'server/graphql/generated/schema.graphql': {
      plugins: ['schema-ast'],
      config: { includeDirectives: true, sort: true },
    },
    'server/graphql/generated/resolvers.ts': {
      plugins: ['typescript', 'typescript-resolvers'],
      config: {
        contextType: '../graphql-context.ts#GraphqlContext',
        enumsAsTypes: true,
        mappers,
        maybeValue: 'T | null | undefined',
        scalars: {
          BigInt: { input: 'bigint', output: 'bigint | number' },
          DateTime: { input: 'bigint', output: 'bigint' },
          JSON: { input: 'unknown', output: 'unknown' },
        },
        strictScalars: true,
        useIndexSignature: false,
        useTypeImports: true,
      },
    },
    'web/graphql/generated/': {
      preset: 'client',
      presetConfig: { fragmentMasking: { unmaskFunctionName: 'readFragment' } },
      documents: [
        'web/**/*.{ts,tsx,graphql}',
        '!web/graphql/generated/**',
        '!web/.next/**',
        '!web/**/*.test.{ts,tsx}',
      ],
      config: {
        enumsAsTypes: true,
        scalars: {
          BigInt: 'number | string',
          DateTime: 'string',
          ID: 'string',
          JSON: 'Record<string, string | number | boolean | readonly (string | number | boolean)[]>',
        },
        strictScalars: true,
        useTypeImports: true,
      },
    },
  },
  ignoreNoDocuments: true,
}

export default config
