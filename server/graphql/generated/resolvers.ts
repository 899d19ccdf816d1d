import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { AlertParent, AlertConnectionParent, AlertFacetsParent, AlertGroupParent } from '../alert/alert-service.ts';
import type { ArrivalsParent, DetectionParent, EventParent, EventPatternParent, EventConnectionParent, StatsParent, TenantHitsParent } from '../event/event-service.ts';
import type { AnnotationParent, AnnotationConnectionParent } from '../annotation/annotation-service.ts';
import type { DroppedFileParent, FileVerdictParent } from '../file/file-service.ts';
import type { EntityProfileParent, PrevalenceParent, RuleHitsParent } from '../graph/entity-service.ts';
import type { NeighbourCountParent, GraphParent, EdgeParent, EntityParent, NodeParent } from '../graph/graph-service.ts';
import type { IngestTokenParent, SourceParent, TenantParent } from '../tenant/tenant-service.ts';
import type { ProcessNodeParent, TimelineParent, TimelineGapParent, TimelineLaneParent, TimelineMarkParent } from '../timeline/timeline-service.ts';
import type { ParserParent, ParserVersionParent } from '../parser/parser-service.ts';
import type { SavedSearchParent } from '../saved-search/saved-search-service.ts';
import type { SavedViewParent } from '../saved-view/saved-view-service.ts';
import type { SourceActivityParent, TenantActivityParent } from '../overview/overview-service.ts';
import type { Session } from '../../identity/session.ts';
import type { GraphqlContext } from '../graphql-context.ts';
export type Maybe<T> = T | null | undefined;
export type InputMaybe<T> = T | null | undefined;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** 64-bit count; a number where it fits, else a string. */
  BigInt: { input: bigint; output: bigint | number; }
  /** RFC 3339 instant in UTC, up to nanoseconds. */
  DateTime: { input: bigint; output: bigint; }
  JSON: { input: unknown; output: unknown; }
};

export type ActivityByTenant = {
  __typename?: 'ActivityByTenant';
  rows: Array<TenantActivity>;
  stats: QueryStats;
  /** Where the last hour ends; not included. */
  until: Scalars['DateTime']['output'];
};

export type ActivityStanding =
  /** More than four times what is usual. */
  | 'high'
  /** Less than a quarter of what is usual. */
  | 'low'
  /** Nothing came in the last hour, though something usually does. */
  | 'quiet'
  /** Too new: fewer than two days are known. */
  | 'unknown'
  | 'usual';

/** Detections of one tenant, rule and entity within a window. */
export type Alert = Node & {
  __typename?: 'Alert';
  attack: Array<Scalars['String']['output']>;
  /** Raised by a backfill: nobody was notified. */
  backfill: Scalars['Boolean']['output'];
  closeNote?: Maybe<Scalars['String']['output']>;
  closeReason?: Maybe<CloseReason>;
  closedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Null for an API token. */
  closedBy?: Maybe<Person>;
  /** Detections counted. */
  count: Scalars['Int']['output'];
  entity: Entity;
  /** Events behind it, newest first. */
  evidence: EventConnection;
  /** Event time of the first and the last detection. */
  firstSeen: Scalars['DateTime']['output'];
  id: Scalars['ID']['output'];
  lastSeen: Scalars['DateTime']['output'];
  level: Level;
  raisedAt: Scalars['DateTime']['output'];
  ruleDescription?: Maybe<Scalars['String']['output']>;
  ruleId: Scalars['ID']['output'];
  ruleTitle: Scalars['String']['output'];
  status: AlertStatus;
  tenant: Tenant;
  version: Scalars['Int']['output'];
};


/** Detections of one tenant, rule and entity within a window. */
export type AlertEvidenceArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

export type AlertBucket = {
  __typename?: 'AlertBucket';
  /** Alerts with a time in it: what `alerts` lists for this range. One that spans several buckets is in each. */
  count: Scalars['Int']['output'];
  from: Scalars['DateTime']['output'];
  levels: Array<AlertLevelCount>;
  to: Scalars['DateTime']['output'];
};

export type AlertConnection = {
  __typename?: 'AlertConnection';
  edges: Array<AlertEdge>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type AlertEdge = {
  __typename?: 'AlertEdge';
  cursor: Scalars['String']['output'];
  node: Alert;
};

export type AlertFacetValue = {
  __typename?: 'AlertFacetValue';
  alerts: Scalars['Int']['output'];
  /** Of a rule or tenant. */
  title?: Maybe<Scalars['String']['output']>;
  /** As the filter takes it; of tenants the slug. */
  value: Scalars['String']['output'];
};

/** What alerts have, most first; each list is counted without the part of the filter that is its own. */
export type AlertFacets = {
  __typename?: 'AlertFacets';
  entityKinds: Array<AlertFacetValue>;
  level: Array<AlertFacetValue>;
  rules: Array<AlertFacetValue>;
  status: Array<AlertFacetValue>;
  tactics: Array<AlertFacetValue>;
  techniques: Array<AlertFacetValue>;
  tenants: Array<AlertFacetValue>;
};

export type AlertFilter = {
  /** Ids of tactics and techniques (`TA0006`, `T1110.003`): alerts with any of them. */
  attack?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Exact value of the entity. */
  entity?: InputMaybe<Scalars['String']['input']>;
  /** `host`, `user`, `ip`, `domain`, `source`. */
  entityKind?: InputMaybe<Scalars['String']['input']>;
  /** Only those of this group: a `key` of `alertGroups`. */
  group?: InputMaybe<Scalars['String']['input']>;
  includeBackfill?: InputMaybe<Scalars['Boolean']['input']>;
  level?: InputMaybe<Array<Level>>;
  range?: InputMaybe<TimeRange>;
  ruleId?: InputMaybe<Scalars['ID']['input']>;
  status?: InputMaybe<Array<AlertStatus>>;
  /** Of the tenants named, only these (slugs or ids). */
  tenants?: InputMaybe<Array<Scalars['ID']['input']>>;
};

export type AlertGroup = {
  __typename?: 'AlertGroup';
  alerts: Scalars['Int']['output'];
  /** Counted by them all. */
  detections: Scalars['BigInt']['output'];
  /** Grouped by entity, host or user; null for alerts about something else. */
  entity?: Maybe<Entity>;
  firstSeen: Scalars['DateTime']['output'];
  /** For `AlertFilter.group`. */
  key: Scalars['String']['output'];
  lastSeen: Scalars['DateTime']['output'];
  /** The worst. */
  level: Level;
  /** Of them, those that are open. */
  open: Scalars['Int']['output'];
  /** Grouped by rule. */
  ruleId?: Maybe<Scalars['ID']['output']>;
  ruleTitle?: Maybe<Scalars['String']['output']>;
  /** Grouped by tactic: its id; null for alerts without one. */
  tactic?: Maybe<Scalars['String']['output']>;
  /** Grouped by entity, host, user or tenant: equal entities of two tenants are two. */
  tenant?: Maybe<Tenant>;
};

export type AlertGrouping =
  /** Whatever they are about. */
  | 'entity'
  | 'host'
  | 'rule'
  /** An alert of several tactics is in the group of each. */
  | 'tactic'
  | 'tenant'
  | 'user';

export type AlertGroups = {
  __typename?: 'AlertGroups';
  /** The worst first, then those with most alerts; what has none of what is grouped by comes last. */
  groups: Array<AlertGroup>;
  /** How many groups there are. */
  total: Scalars['Int']['output'];
};

export type AlertHistogram = {
  __typename?: 'AlertHistogram';
  buckets: Array<AlertBucket>;
  /** Seconds per bucket. */
  interval: Scalars['Int']['output'];
  levels: Array<AlertLevelCount>;
  /** Different alerts in the range. */
  total: Scalars['Int']['output'];
};

export type AlertLevelCount = {
  __typename?: 'AlertLevelCount';
  count: Scalars['Int']['output'];
  level: Level;
};

export type AlertStatus =
  | 'closed'
  | 'open';

export type AnnotateEventInput = {
  /** Id of the event. */
  event: Scalars['ID']['input'];
  kind: AnnotationKind;
  /** A tag: a word or a few, 40 characters at most, kept in lower case. A note: 4,000 characters. Of a pin nothing. */
  text?: InputMaybe<Scalars['String']['input']>;
};

export type AnnotateEventPayload = {
  __typename?: 'AnnotateEventPayload';
  annotation?: Maybe<EventAnnotation>;
  userErrors: Array<UserError>;
};

export type AnnotationKind =
  | 'note'
  /** The event matters to who pinned it. */
  | 'pin'
  /** A word. */
  | 'tag';

export type Arrivals = {
  __typename?: 'Arrivals';
  /** In the order of arrival, 200 at most: the newest. */
  events: Array<Event>;
  /** More came than are shown: narrow the filter, or search. */
  more: Scalars['Boolean']['output'];
  /** Of this look. */
  stats: QueryStats;
};

/** Bytes of the line in UTF-8; `end` is the first one after it. */
export type ByteRange = {
  __typename?: 'ByteRange';
  end: Scalars['Int']['output'];
  start: Scalars['Int']['output'];
};

export type ChangeNoteInput = {
  id: Scalars['ID']['input'];
  text: Scalars['String']['input'];
};

export type ChangeNotePayload = {
  __typename?: 'ChangeNotePayload';
  annotation?: Maybe<EventAnnotation>;
  userErrors: Array<UserError>;
};

/** What is left out stays as it is. */
export type ChangeSavedViewInput = {
  address?: InputMaybe<Scalars['String']['input']>;
  id: Scalars['ID']['input'];
  isShared?: InputMaybe<Scalars['Boolean']['input']>;
  name?: InputMaybe<Scalars['String']['input']>;
  places?: InputMaybe<Array<SavedPlaceInput>>;
  version: Scalars['Int']['input'];
};

export type ChangeSavedViewPayload = {
  __typename?: 'ChangeSavedViewPayload';
  savedView?: Maybe<SavedView>;
  userErrors: Array<UserError>;
};

export type ChangeSourceInput = {
  /** Fields of events that lack them: dotted names to values, 50 at most. Null: none. */
  defaults?: InputMaybe<Scalars['JSON']['input']>;
  /** Parser name, one that people wrote too, or `auto`. */
  format?: InputMaybe<Scalars['String']['input']>;
  id: Scalars['ID']['input'];
  /** Fewer days hide events at once, more bring back only what is still kept. Null: as the tenant says. */
  retentionDays?: InputMaybe<Scalars['Int']['input']>;
  site?: InputMaybe<Scalars['String']['input']>;
  /** Year of times that name none, for old logs. Null: the newest that is not in the future. */
  year?: InputMaybe<Scalars['Int']['input']>;
  /** IANA zone of times that name none, such as Europe/Berlin. Null: UTC. */
  zone?: InputMaybe<Scalars['String']['input']>;
};

export type ChangeSourcePayload = {
  __typename?: 'ChangeSourcePayload';
  source?: Maybe<Source>;
  userErrors: Array<UserError>;
};

export type ChangeTenantInput = {
  id: Scalars['ID']['input'];
  /** As for a source, for all of them that say nothing. Null: as the installation says. */
  retentionDays?: InputMaybe<Scalars['Int']['input']>;
};

export type ChangeTenantPayload = {
  __typename?: 'ChangeTenantPayload';
  tenant?: Maybe<Tenant>;
  userErrors: Array<UserError>;
};

export type CloseAlertInput = {
  id: Scalars['ID']['input'];
  note?: InputMaybe<Scalars['String']['input']>;
  reason: CloseReason;
  /** `version` as read; a later one answers CONFLICT. */
  version?: InputMaybe<Scalars['Int']['input']>;
};

export type CloseAlertPayload = {
  __typename?: 'CloseAlertPayload';
  alert?: Maybe<Alert>;
  userErrors: Array<UserError>;
};

export type CloseReason =
  | 'benign_positive'
  | 'false_positive_data'
  | 'false_positive_logic'
  | 'true_positive'
  | 'undetermined';

export type ConditionKind =
  | 'all'
  | 'any'
  | 'not'
  | 'selection'
  | 'test';

/** A line of a rule's condition; those that belong to it follow it, one deeper. */
export type ConditionRow = {
  __typename?: 'ConditionRow';
  depth: Scalars['Int']['output'];
  /** The field of the event that was looked at. */
  field?: Maybe<Scalars['String']['output']>;
  /** Its values, the one that holds first; of a keyword the text that it stands in. A dozen at most, long ones cut. */
  found: Array<Scalars['String']['output']>;
  foundCount: Scalars['Int']['output'];
  holds: Scalars['Boolean']['output'];
  kind: ConditionKind;
  modifiers: Array<Scalars['String']['output']>;
  /** Of a selection or a rule's field; null for keywords. */
  name?: Maybe<Scalars['String']['output']>;
  /** Of a test with several values: all must hold, or any. */
  needsAll: Scalars['Boolean']['output'];
  verdict: ConditionVerdict;
  /** What is asked for, what holds first; a dozen at most. */
  wanted: Array<WantedValue>;
  wantedCount: Scalars['Int']['output'];
};

export type ConditionVerdict =
  | 'met'
  /** The event has no such field. Tests for its absence hold all the same. */
  | 'missing'
  | 'unmet';

export type CreateIngestTokenInput = {
  format?: InputMaybe<Scalars['String']['input']>;
  name: Scalars['String']['input'];
  site?: InputMaybe<Scalars['String']['input']>;
  /** Name of an existing source, or of one to be made. */
  source: Scalars['String']['input'];
  tenant: Scalars['ID']['input'];
};

export type CreateIngestTokenPayload = {
  __typename?: 'CreateIngestTokenPayload';
  ingestToken?: Maybe<IngestToken>;
  /** Shown once. */
  secret?: Maybe<Scalars['String']['output']>;
  userErrors: Array<UserError>;
};

export type Detection = {
  __typename?: 'Detection';
  /** ATT&CK ids. */
  attack: Array<Scalars['String']['output']>;
  event?: Maybe<Event>;
  level: Level;
  ruleId: Scalars['ID']['output'];
  ruleTitle: Scalars['String']['output'];
  /** Of a rule on trial: stored, but no alert. */
  shadow: Scalars['Boolean']['output'];
};

export type DropFileInput = {
  /** 4 GiB at most. */
  bytes: Scalars['BigInt']['input'];
  name: Scalars['String']['input'];
  tenant: Scalars['ID']['input'];
};

export type DropFilePayload = {
  __typename?: 'DropFilePayload';
  file?: Maybe<DroppedFile>;
  /** Where its bytes go, with `PUT`, within a day. */
  url?: Maybe<Scalars['String']['output']>;
  userErrors: Array<UserError>;
};

/** A file that a person gave to look at. It raises no alerts. See docs/ingest.md. */
export type DroppedFile = Node & {
  __typename?: 'DroppedFile';
  /** As it lies on the disk of who dropped it. */
  bytes: Scalars['BigInt']['output'];
  droppedAt: Scalars['DateTime']['output'];
  /** Null for an API token. */
  droppedBy?: Maybe<Person>;
  findings: FileFindings;
  id: Scalars['ID']['output'];
  /** Its events are gone then, and so is it. */
  keptUntil: Scalars['DateTime']['output'];
  /** Files that were read, 1,000 at most. */
  members: Array<FileMember>;
  name: Scalars['String']['output'];
  /** What could not be read, and why. */
  problems: Array<FileProblem>;
  /** Bytes taken so far. */
  received: Scalars['BigInt']['output'];
  /** Records found in it so far. Each is kept durably and becomes an event. */
  records: Scalars['BigInt']['output'];
  /** Search that finds its events and no others. */
  search: Scalars['String']['output'];
  state: DroppedFileState;
  tenant: Tenant;
};

export type DroppedFileState =
  /** The sender left, or the server that read it died. What was read before stays. */
  | 'broken_off'
  /** To its end, or as far as it can be read. */
  | 'read'
  /** Bytes come and are read. */
  | 'receiving'
  /** Announced; none of its bytes came yet. */
  | 'waiting';

export type EdgeInput = {
  object: Scalars['String']['input'];
  objectKind: EntityKind;
  subject: Scalars['String']['input'];
  subjectKind: EntityKind;
  /** Slug or id. */
  tenant: Scalars['ID']['input'];
  verb: EdgeVerb;
};

export type EdgeVerb =
  | 'connected_to'
  | 'logged_on_to'
  | 'resolved'
  | 'started'
  | 'triggered'
  | 'wrote';

/** What an alert is about; equal values of two sites are two entities. */
export type Entity = {
  __typename?: 'Entity';
  kind: Scalars['String']['output'];
  site: Scalars['String']['output'];
  value: Scalars['String']['output'];
};

export type EntityExpansion = {
  __typename?: 'EntityExpansion';
  /** Among the answers, and between them and the entity. */
  edges: Array<GraphEdge>;
  nodes: Array<GraphNode>;
  stats: QueryStats;
  /** How many answers there are in all. */
  total: Scalars['Int']['output'];
};

export type EntityInput = {
  kind: EntityKind;
  /** Slug or id. */
  tenant: Scalars['ID']['input'];
  value: Scalars['String']['input'];
};

export type EntityKind =
  | 'address'
  | 'domain'
  | 'file'
  | 'hash'
  | 'host'
  | 'process'
  /** Its value is the id of a SIGMA rule. */
  | 'rule'
  | 'url'
  | 'user';

export type EntityPeer = {
  __typename?: 'EntityPeer';
  entity: GraphEntity;
  /** Neighbours that both have. */
  shared: Scalars['Int']['output'];
};

export type EntityPrevalence = {
  __typename?: 'EntityPrevalence';
  addresses: Scalars['Int']['output'];
  /** Hosts that an edge ties to it. */
  hosts: Scalars['Int']['output'];
  /** Hosts that were there at all in the range. */
  ofHosts: Scalars['Int']['output'];
  ofUsers: Scalars['Int']['output'];
  tenant: Tenant;
  users: Scalars['Int']['output'];
};

export type EntityProfile = {
  __typename?: 'EntityProfile';
  /** Alerts about it in the range. */
  alerts: AlertConnection;
  /** What rules say of it in the range, most hits first. */
  detections: Array<RuleHits>;
  entity: GraphEntity;
  /** To the minute, in all that is kept; null where it never was there. */
  firstSeen?: Maybe<Scalars['DateTime']['output']>;
  lastSeen?: Maybe<Scalars['DateTime']['output']>;
  /** The last seen first. */
  logons: Array<GraphEdge>;
  /** Entities of its kind that share most neighbours with it. */
  peers: Array<EntityPeer>;
  /** In its tenant and in the others of the asker that know it. */
  prevalence: Array<EntityPrevalence>;
  /** What it did for the first time, or once only. */
  rare: Array<RareEdge>;
  /** 0-100: how it is made of the detections is in docs/graph.md. */
  risk: Scalars['Int']['output'];
  /** Of all other fields together that are asked for beside it; alerts lie elsewhere. */
  stats: QueryStats;
};


export type EntityProfileAlertsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type EntityProfileLogonsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type EntityProfilePeersArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type EntityProfileRareArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};

export type EntityQuestion = {
  __typename?: 'EntityQuestion';
  /** Events of the edges to them. */
  count: Scalars['BigInt']['output'];
  /** How many answers there are in the range. */
  entities: Scalars['Int']['output'];
  /** Of the answers. */
  kind: EntityKind;
  /** For `expandEntity`. */
  name: Scalars['String']['output'];
  suspected: Scalars['BigInt']['output'];
};

export type EntityQuestions = {
  __typename?: 'EntityQuestions';
  /** All that can be asked of its kind, also those without an answer. */
  questions: Array<EntityQuestion>;
  stats: QueryStats;
};

export type Event = Node & {
  __typename?: 'Event';
  action?: Maybe<Scalars['String']['output']>;
  /** Pins, tags and notes, the oldest first. */
  annotations: Array<EventAnnotation>;
  category: Array<Scalars['String']['output']>;
  /** Detections of this event. */
  detections: Array<Detection>;
  /** ECS document, flat: dotted names to values. With `names` only these (100 at most), named as a search names them (`user` is `user.name`) and called so in the answer: a list of events reads no more than that. */
  fields: Scalars['JSON']['output'];
  id: Scalars['ID']['output'];
  kind?: Maybe<Scalars['String']['output']>;
  message?: Maybe<Scalars['String']['output']>;
  outcome?: Maybe<EventOutcome>;
  /** `name@version` of the parser; `raw@1` when none read the line. */
  parser: Scalars['String']['output'];
  /** The line as it came. */
  raw: Scalars['String']['output'];
  received: Scalars['DateTime']['output'];
  /** 0-100. */
  severity: Scalars['Int']['output'];
  site: Scalars['String']['output'];
  source?: Maybe<Source>;
  tenant: Tenant;
  /** Time the log line gives, else the time received. */
  time: Scalars['DateTime']['output'];
  type: Array<Scalars['String']['output']>;
};


export type EventFieldsArgs = {
  names?: InputMaybe<Array<Scalars['String']['input']>>;
};

/** What somebody keeps of an event. Everybody of the tenant sees it, for as long as the event is shown. */
export type EventAnnotation = Node & {
  __typename?: 'EventAnnotation';
  /** Who asks may change and remove it: it is hers, or she is an admin of the tenant. */
  canChange: Scalars['Boolean']['output'];
  /** Last change of a note; null when it is as it was written. */
  changedAt?: Maybe<Scalars['DateTime']['output']>;
  changedBy?: Maybe<Person>;
  /** Null when the store does not have it any more. */
  event?: Maybe<Event>;
  /** Id of the event. */
  eventId: Scalars['ID']['output'];
  /** Time of the event. */
  eventTime: Scalars['DateTime']['output'];
  id: Scalars['ID']['output'];
  /** Made by who asks. */
  isMine: Scalars['Boolean']['output'];
  kind: AnnotationKind;
  madeAt: Scalars['DateTime']['output'];
  /** Null for an API token. */
  madeBy?: Maybe<Person>;
  tenant: Tenant;
  /** A tag's word or a note; empty for a pin. Text of people: not to be trusted more than a log line. */
  text: Scalars['String']['output'];
};

export type EventAnnotationConnection = {
  __typename?: 'EventAnnotationConnection';
  edges: Array<EventAnnotationEdge>;
  pageInfo: PageInfo;
};

export type EventAnnotationEdge = {
  __typename?: 'EventAnnotationEdge';
  cursor: Scalars['String']['output'];
  node: EventAnnotation;
};

export type EventConnection = {
  __typename?: 'EventConnection';
  edges: Array<EventEdge>;
  pageInfo: PageInfo;
  stats: QueryStats;
  /** Counted only when asked for. */
  totalCount: Scalars['BigInt']['output'];
};

export type EventEdge = {
  __typename?: 'EventEdge';
  cursor: Scalars['String']['output'];
  node: Event;
};

export type EventFacet = {
  __typename?: 'EventFacet';
  /** How many different values there are. */
  distinct: Scalars['BigInt']['output'];
  field: Scalars['String']['output'];
  /** Of the statement that counted all the fields. */
  stats: QueryStats;
  /** Values counted, each of a list by itself. */
  total: Scalars['BigInt']['output'];
  /** Most frequent first. */
  values: Array<FieldValueCount>;
};

export type EventFilter = {
  /** ECS `event.category`, any of them, in lower or upper case. */
  category?: InputMaybe<Array<Scalars['String']['input']>>;
  minSeverity?: InputMaybe<Scalars['Int']['input']>;
  outcome?: InputMaybe<Array<EventOutcome>>;
  /** Search text: `user.name:root and not source.ip:10.0.0.0/8`, at most 4 kB; or SIGMA rules in YAML, at most 64 kB. See docs/search.md. */
  query?: InputMaybe<Scalars['String']['input']>;
  range: TimeRange;
  /** Only events that these rules matched. */
  ruleIds?: InputMaybe<Array<Scalars['ID']['input']>>;
};

export type EventHistogram = {
  __typename?: 'EventHistogram';
  buckets: Array<HistogramBucket>;
  /** Seconds per bucket. */
  interval: Scalars['Int']['output'];
  /** Without `by` null. The most frequent value first, then events without the field, then the rest; together they are all events. */
  series?: Maybe<Array<HistogramSeries>>;
  stats: QueryStats;
  total: Scalars['BigInt']['output'];
};

/** By the time of the event; events of one moment by their id. */
export type EventOrder =
  | 'newest_first'
  | 'oldest_first';

export type EventOrigins = {
  __typename?: 'EventOrigins';
  /** Of `@timestamp` and every field. */
  fields: Array<FieldSource>;
  /** False when the line is too long for each of its words to be tried: then fewer fields have bytes. */
  isComplete: Scalars['Boolean']['output'];
  /** `name@version` of the parser that reads the line today. */
  parser: Scalars['String']['output'];
};

export type EventOutcome =
  | 'failure'
  | 'success'
  | 'unknown';

export type EventPattern = {
  __typename?: 'EventPattern';
  count: Scalars['BigInt']['output'];
  /** The newest of them. */
  example: Event;
  firstSeen: Scalars['DateTime']['output'];
  lastSeen: Scalars['DateTime']['output'];
  /** The message with `*` for numbers, addresses, ids and quoted texts. */
  template: Scalars['String']['output'];
};

export type ExportEventsInput = {
  /** Fields, named as a search names them, and `@timestamp`, `nightjar.tenant`, `raw`; 100 at most. None: whole events as NDJSON, the usual columns as CSV. */
  columns?: InputMaybe<Array<Scalars['String']['input']>>;
  filter: EventFilter;
  /** Events at most: 1,000,000. */
  first?: InputMaybe<Scalars['Int']['input']>;
  format: ExportFormat;
  tenants?: InputMaybe<Array<Scalars['ID']['input']>>;
};

export type ExportEventsPayload = {
  __typename?: 'ExportEventsPayload';
  expiresAt?: Maybe<Scalars['DateTime']['output']>;
  /** Path at the address of this API. Answers once, within five minutes, to who asked for it (the same session or API token). */
  url?: Maybe<Scalars['String']['output']>;
  userErrors: Array<UserError>;
};

export type ExportFormat =
  /** RFC 4180 with a header line. A cell that begins with = + - @, a tab or a carriage return has a quote (') before it, so that no spreadsheet takes a log line for a formula. */
  | 'csv'
  /** A JSON object on each line. */
  | 'ndjson';

export type FieldSource = {
  __typename?: 'FieldSource';
  bytes: Array<ByteRange>;
  field: Scalars['String']['output'];
  kind: FieldSourceKind;
  /** `name@version` of the parser that reads it. */
  parser?: Maybe<Scalars['String']['output']>;
};

export type FieldSourceKind =
  /** From the tables of categories. */
  | 'category'
  /** Worked out from the bytes: a time, a word for a number, two values joined. */
  | 'computed'
  /** Worked out from other fields. */
  | 'enrichment'
  /** The bytes hold the value, perhaps escaped or in another case. */
  | 'line'
  /** The parser says so for such lines, in no bytes of its own. */
  | 'parser'
  /** Noted by Nightjar. */
  | 'pipeline'
  /** The log source says so of lines that leave it out. */
  | 'source'
  /** Parsers or settings have changed since: today they do not give this value. */
  | 'unknown';

export type FieldValueCount = {
  __typename?: 'FieldValueCount';
  count: Scalars['BigInt']['output'];
  value: Scalars['String']['output'];
};

export type FileFindings = {
  __typename?: 'FileFindings';
  /** Events that are stored by now. */
  events: Scalars['BigInt']['output'];
  /** Whole minutes around all of them; null while there are none. */
  from?: Maybe<Scalars['DateTime']['output']>;
  /** There are more than 500: those of lower levels are left out. */
  moreVerdicts: Scalars['Boolean']['output'];
  /** Of all statements together. */
  stats: QueryStats;
  to?: Maybe<Scalars['DateTime']['output']>;
  /** The worst first; rules on trial make none. */
  verdicts: Array<FileVerdict>;
};

/** A file in an archive, or the file itself. */
export type FileMember = {
  __typename?: 'FileMember';
  name: Scalars['String']['output'];
  records: Scalars['BigInt']['output'];
};

export type FileProblem = {
  __typename?: 'FileProblem';
  /** Name of the file in the archive, or of the file itself. */
  member: Scalars['String']['output'];
  message: Scalars['String']['output'];
};

/** What a rule found in a file. */
export type FileVerdict = {
  __typename?: 'FileVerdict';
  attack: Array<Scalars['String']['output']>;
  /** Some that they are about. */
  entities: Array<Entity>;
  /** Events that it matched. */
  events: Scalars['BigInt']['output'];
  /** Of the first and the last of them. */
  first: Scalars['DateTime']['output'];
  last: Scalars['DateTime']['output'];
  level: Level;
  ruleId: Scalars['ID']['output'];
  ruleTitle: Scalars['String']['output'];
};

export type ForgetSearchInput = {
  id: Scalars['ID']['input'];
};

export type ForgetSearchPayload = {
  __typename?: 'ForgetSearchPayload';
  /** Id of what is gone. */
  forgottenId?: Maybe<Scalars['ID']['output']>;
  userErrors: Array<UserError>;
};

export type ForgetViewInput = {
  id: Scalars['ID']['input'];
};

export type ForgetViewPayload = {
  __typename?: 'ForgetViewPayload';
  /** Id of what is gone. */
  forgottenId?: Maybe<Scalars['ID']['output']>;
  userErrors: Array<UserError>;
};

export type Graph = {
  __typename?: 'Graph';
  /** Alerts of the range about the nodes, 200 at most: the last seen. */
  alerts: Array<GraphAlert>;
  collections: Array<GraphCollection>;
  edges: Array<GraphEdge>;
  nodes: Array<GraphNode>;
  stats: QueryStats;
  /** More is there than the limits allow. */
  truncated: Scalars['Boolean']['output'];
};

export type GraphAlert = {
  __typename?: 'GraphAlert';
  /** Key of the node that it is about. */
  about: Scalars['String']['output'];
  alert: Alert;
};

/** Many neighbours as one: `expandEntity` with its question lists them. */
export type GraphCollection = {
  __typename?: 'GraphCollection';
  /** Events of the edges to them. */
  count: Scalars['BigInt']['output'];
  /** How many entities it stands for. */
  entities: Scalars['Int']['output'];
  key: Scalars['String']['output'];
  kind: EntityKind;
  /** Key of the node whose neighbours they are. */
  of: Scalars['String']['output'];
  question: Scalars['String']['output'];
  suspected: Scalars['BigInt']['output'];
};

export type GraphEdge = {
  __typename?: 'GraphEdge';
  /** Events in the range, to the minute. */
  count: Scalars['BigInt']['output'];
  /** Of them, those with the outcome failure. */
  failures: Scalars['BigInt']['output'];
  /** To the minute, as is the last. */
  firstSeen: Scalars['DateTime']['output'];
  from: Scalars['String']['output'];
  lastSeen: Scalars['DateTime']['output'];
  object: GraphEntity;
  subject: GraphEntity;
  /** Of them, those that a product, an indicator or a rule suspects to be malicious. */
  suspected: Scalars['BigInt']['output'];
  to: Scalars['String']['output'];
  verb: EdgeVerb;
};

/** What events tie together. Equal values of two tenants are two entities; see docs/graph.md. */
export type GraphEntity = {
  __typename?: 'GraphEntity';
  kind: EntityKind;
  tenant: Tenant;
  /** As it is stored: hosts, users and names in lower case, a user's domain before a backslash, addresses in their shortest form. */
  value: Scalars['String']['output'];
};

export type GraphLimits = {
  /** A question with more answers than this becomes a collection. */
  collectAbove?: InputMaybe<Scalars['Int']['input']>;
  /** 6,000 at most. */
  edges?: InputMaybe<Scalars['Int']['input']>;
  /** 1,500 at most, collections included. */
  nodes?: InputMaybe<Scalars['Int']['input']>;
};

export type GraphNode = {
  __typename?: 'GraphNode';
  /** Detections about it in the range. */
  detections: Scalars['Int']['output'];
  entity: GraphEntity;
  /** The graph began with it. */
  isSeed: Scalars['Boolean']['output'];
  /** Names the node within the graph: `from` and `to` of edges. */
  key: Scalars['String']['output'];
  /** 0-100, from the levels of its detections. */
  risk: Scalars['Int']['output'];
  /** The title of a rule. */
  title?: Maybe<Scalars['String']['output']>;
};

export type GraphPath = {
  __typename?: 'GraphPath';
  edges: Array<GraphEdge>;
  nodes: Array<GraphNode>;
  /** Shortest ways, ten at most, each as keys of nodes from one end to the other; empty where none was found. */
  paths: Array<Array<Scalars['String']['output']>>;
  stats: QueryStats;
  /** More lay on the way than was looked at: a shorter or another way may exist. */
  truncated: Scalars['Boolean']['output'];
};

/** One of them. */
export type GraphSeed = {
  /** The entity of an alert and what its events tie together. */
  alert?: InputMaybe<Scalars['ID']['input']>;
  /** At most 100. */
  entities?: InputMaybe<Array<EntityInput>>;
  /** A search: what most of its events tie together. */
  query?: InputMaybe<Scalars['String']['input']>;
};

export type HistogramBucket = {
  __typename?: 'HistogramBucket';
  count: Scalars['BigInt']['output'];
  failure: Scalars['BigInt']['output'];
  from: Scalars['DateTime']['output'];
  success: Scalars['BigInt']['output'];
  /** Of them all, those that the product, an indicator or a rule suspects to be malicious. */
  suspected: Scalars['BigInt']['output'];
  to: Scalars['DateTime']['output'];
  unknown: Scalars['BigInt']['output'];
};

export type HistogramSeries = {
  __typename?: 'HistogramSeries';
  /** One for each bucket, in their order. */
  counts: Array<Scalars['BigInt']['output']>;
  /** Events of all values but the most frequent. */
  isRest: Scalars['Boolean']['output'];
  total: Scalars['BigInt']['output'];
  /** Null for events without the field, and for the rest. */
  value?: Maybe<Scalars['String']['output']>;
};

/** What values an event is about. */
export type HitEntities = {
  __typename?: 'HitEntities';
  /** How many different ones there are. */
  distinct: Scalars['BigInt']['output'];
  /** Those of the most events first. */
  values: Array<FieldValueCount>;
};

export type HitsByTenant = {
  __typename?: 'HitsByTenant';
  /** One for each tenant asked, also for those without a hit. */
  rows: Array<TenantHits>;
  stats: QueryStats;
};

export type IngestToken = Node & {
  __typename?: 'IngestToken';
  createdAt: Scalars['DateTime']['output'];
  id: Scalars['ID']['output'];
  lastUsedAt?: Maybe<Scalars['DateTime']['output']>;
  name: Scalars['String']['output'];
  /** First characters, to recognise it by. */
  prefix: Scalars['String']['output'];
  revokedAt?: Maybe<Scalars['DateTime']['output']>;
  source: Source;
};

/** SIGMA level. */
export type Level =
  | 'critical'
  | 'high'
  | 'informational'
  | 'low'
  | 'medium';

/** What becomes of a line. */
export type LineReading = {
  __typename?: 'LineReading';
  /** ECS document, flat: dotted names to values. */
  fields: Scalars['JSON']['output'];
  line: Scalars['String']['output'];
  /** `name@version` of the parser that read it; `raw@1` for none. */
  parser: Scalars['String']['output'];
  /** Null when the line gives no time. */
  time?: Maybe<Scalars['DateTime']['output']>;
  /** Whether the definition that is tried had a part in it. */
  took: Scalars['Boolean']['output'];
};

export type LiveFilter = {
  category?: InputMaybe<Array<Scalars['String']['input']>>;
  minSeverity?: InputMaybe<Scalars['Int']['input']>;
  outcome?: InputMaybe<Array<EventOutcome>>;
  query?: InputMaybe<Scalars['String']['input']>;
};

export type LogSourceKey =
  | 'category'
  | 'product'
  | 'service';

export type LogSourcePart = {
  __typename?: 'LogSourcePart';
  /** The event may be of it; what an event does not tell speaks against no rule. */
  fits: Scalars['Boolean']['output'];
  key: LogSourceKey;
  /** As the rule says it. */
  value: Scalars['String']['output'];
};

export type Mutation = {
  __typename?: 'Mutation';
  /** For analysts and admins. A pin of one's own and a tag that are there already are answered as they are. */
  annotateEvent: AnnotateEventPayload;
  /** One's own; an admin's of the tenant all. */
  changeNote: ChangeNotePayload;
  /** One's own; an admin's of the tenant what is shared. `CONFLICT` when it was changed since that version. */
  changeSavedView: ChangeSavedViewPayload;
  /** What is left out stays. For lines that come from now on. */
  changeSource: ChangeSourcePayload;
  /** What is left out stays. For admins. */
  changeTenant: ChangeTenantPayload;
  closeAlert: CloseAlertPayload;
  createIngestToken: CreateIngestTokenPayload;
  /** Announces a file. For analysts and admins. */
  dropFile: DropFilePayload;
  /** Events to take away, streamed from the address answered: tenant after tenant, newest first. */
  exportEvents: ExportEventsPayload;
  forgetSearch: ForgetSearchPayload;
  /** One's own; an admin's of the tenant what is shared. */
  forgetView: ForgetViewPayload;
  /** Answers true: lets a client test its way in. */
  ping: Scalars['Boolean']['output'];
  /** One's own; an admin's of the tenant all. */
  removeAnnotation: RemoveAnnotationPayload;
  reopenAlert: ReopenAlertPayload;
  retireParser: RetireParserPayload;
  revokeIngestToken: RevokeIngestTokenPayload;
  /** For lines that come from now on; earlier events keep what they are. */
  saveParser: SaveParserPayload;
  /** For analysts and admins. */
  saveSearch: SaveSearchPayload;
  /** For analysts and admins. */
  saveView: SaveViewPayload;
};


export type MutationAnnotateEventArgs = {
  input: AnnotateEventInput;
};


export type MutationChangeNoteArgs = {
  input: ChangeNoteInput;
};


export type MutationChangeSavedViewArgs = {
  input: ChangeSavedViewInput;
};


export type MutationChangeSourceArgs = {
  input: ChangeSourceInput;
};


export type MutationChangeTenantArgs = {
  input: ChangeTenantInput;
};


export type MutationCloseAlertArgs = {
  input: CloseAlertInput;
};


export type MutationCreateIngestTokenArgs = {
  input: CreateIngestTokenInput;
};


export type MutationDropFileArgs = {
  input: DropFileInput;
};


export type MutationExportEventsArgs = {
  input: ExportEventsInput;
};


export type MutationForgetSearchArgs = {
  input: ForgetSearchInput;
};


export type MutationForgetViewArgs = {
  input: ForgetViewInput;
};


export type MutationRemoveAnnotationArgs = {
  input: RemoveAnnotationInput;
};


export type MutationReopenAlertArgs = {
  input: ReopenAlertInput;
};


export type MutationRetireParserArgs = {
  input: RetireParserInput;
};


export type MutationRevokeIngestTokenArgs = {
  input: RevokeIngestTokenInput;
};


export type MutationSaveParserArgs = {
  input: SaveParserInput;
};


export type MutationSaveSearchArgs = {
  input: SaveSearchInput;
};


export type MutationSaveViewArgs = {
  input: SaveViewInput;
};

export type Node = {
  /** Opaque; carries type and tenant. */
  id: Scalars['ID']['output'];
};

/** A parser that comes with Nightjar. */
export type PackagedParser = {
  __typename?: 'PackagedParser';
  name: Scalars['String']['output'];
  /** What it reads. */
  reads: Scalars['String']['output'];
};

export type PageInfo = {
  __typename?: 'PageInfo';
  endCursor?: Maybe<Scalars['String']['output']>;
  hasNextPage: Scalars['Boolean']['output'];
  hasPreviousPage: Scalars['Boolean']['output'];
  startCursor?: Maybe<Scalars['String']['output']>;
};

/** A parser that people wrote as data; docs/parsers.md says how. */
export type Parser = {
  __typename?: 'Parser';
  /** YAML or JSON, as it was written. */
  definition: Scalars['String']['output'];
  description: Scalars['String']['output'];
  /** Whether it reads the lines of all tenants of the organization; of the same name, the tenant's own goes before. */
  forAll: Scalars['Boolean']['output'];
  /** Versions before this one, the newest first. */
  history: Array<ParserVersion>;
  name: Scalars['String']['output'];
  /** Lines that it must read. */
  samples: Array<Scalars['String']['output']>;
  savedAt: Scalars['DateTime']['output'];
  /** Null for an API token. */
  savedBy?: Maybe<Person>;
  version: Scalars['Int']['output'];
};

/** A mistake in a definition. */
export type ParserMistake = {
  __typename?: 'ParserMistake';
  /** 1-based. */
  line: Scalars['Int']['output'];
  message: Scalars['String']['output'];
};

export type ParserTest = {
  __typename?: 'ParserTest';
  mistakes: Array<ParserMistake>;
  /** One for each line; none while there are mistakes. */
  readings: Array<LineReading>;
};

export type ParserVersion = {
  __typename?: 'ParserVersion';
  /** Null: the parser was retired. */
  definition?: Maybe<Scalars['String']['output']>;
  savedAt: Scalars['DateTime']['output'];
  /** Null for an API token. */
  savedBy?: Maybe<Person>;
  version: Scalars['Int']['output'];
};

export type Person = {
  __typename?: 'Person';
  email: Scalars['String']['output'];
  id: Scalars['ID']['output'];
  name: Scalars['String']['output'];
};

export type ProcessNode = {
  __typename?: 'ProcessNode';
  /** Of auditd it is in a record beside the one of the start. */
  commandLine?: Maybe<Scalars['String']['output']>;
  ended?: Maybe<Scalars['DateTime']['output']>;
  entityId?: Maybe<Scalars['String']['output']>;
  /** That tells of its start; null of a parent that only its child's names; of the process asked about the event given, when none does. */
  event?: Maybe<Event>;
  executable?: Maybe<Scalars['String']['output']>;
  /** 0 for the process asked about, -1 for its parent, 1 for its children. */
  level: Scalars['Int']['output'];
  /** Place in `nodes` of the process that started it; null at the top. */
  parent?: Maybe<Scalars['Int']['output']>;
  pid?: Maybe<Scalars['BigInt']['output']>;
  /** Null when no event tells of it. */
  started?: Maybe<Scalars['DateTime']['output']>;
};

export type ProcessTree = {
  __typename?: 'ProcessTree';
  /** From the oldest ancestor down, parents before their children. */
  nodes: Array<ProcessNode>;
  stats: QueryStats;
  /** There are more than were asked for, or more steps on the host than are looked at. */
  truncated: Scalars['Boolean']['output'];
};

export type Query = {
  __typename?: 'Query';
  /** What the tenants named send against their own normal, of all of the viewer's when none is. */
  activityByTenant: ActivityByTenant;
  alert?: Maybe<Alert>;
  /** Values to narrow by, with counts; `first` of each, 100 at most. */
  alertFacets: AlertFacets;
  /** The same alerts, counted by what they have in common; `alerts` with a group's key lists them. 500 groups at most. */
  alertGroups: AlertGroups;
  /**
   * Alerts over time, in the buckets that `eventHistogram` has for the range; of any status without a filter. The range is
   * that of the arguments; without one, from the first alert to the last, and no bucket where there is none.
   */
  alertHistogram: AlertHistogram;
  /** Alerts of the tenants named (slugs or ids), of all of the viewer's when none is; the last seen first. */
  alerts: AlertConnection;
  /** Pins, tags and notes on events of the time range, those of the newest event first. */
  annotations: EventAnnotationConnection;
  /** What may stand at the cursor, in UTF-16 code units. */
  completeSearch: SearchCompletion;
  droppedFile?: Maybe<DroppedFile>;
  /** Of a tenant, the newest first, 200 at most. */
  droppedFiles: Array<DroppedFile>;
  /** The events that an edge counts, newest first. */
  edgeEvents: EventConnection;
  entity: EntityProfile;
  /** What can be asked of an entity, and how many answers each question has. */
  entityQuestions: EntityQuestions;
  event?: Maybe<Event>;
  /** Most frequent values of several fields (20 at most), in one statement. */
  eventFacets: Array<EventFacet>;
  eventHistogram: EventHistogram;
  /** Where the fields of an event come from, found out by reading its line again. Null when there is no such event. */
  eventOrigins?: Maybe<EventOrigins>;
  /** Events of the tenants named (slugs or ids), of all of the viewer's when none is, as with every question that takes tenants. A cursor goes on in the order asked for. */
  events: EventConnection;
  /** The answers of a question, the most suspected first; 500 at most. */
  expandEntity: EntityExpansion;
  /** Of a search without commands. */
  explainSearch: SearchExplanation;
  /** Most frequent values of a field. */
  fieldValues: Array<FieldValueCount>;
  /** What lies around the seed, one edge away, and the edges among all of that. */
  graph: Graph;
  /** What a search or a SIGMA rule finds at each of the tenants named, all of the viewer's when none is; `first` values of each kind. */
  hitsByTenant: HitsByTenant;
  node?: Maybe<Node>;
  /** Several at once (100 at most), in their order; null for what is not there, or not the viewer's. */
  nodes: Array<Maybe<Node>>;
  packagedParsers: Array<PackagedParser>;
  /** Parsers that people wrote for this tenant or for all, by name. */
  parsers: Array<Parser>;
  /** How two entities of a tenant hang together, over at most four edges; not over rules. */
  path: GraphPath;
  /** Kinds of messages, most frequent first; of a million events at most, the newest. */
  patterns: Array<EventPattern>;
  /** Who started the process that an event tells of, and what it started. Null when there is no such event. */
  processTree?: Maybe<ProcessTree>;
  /** Events that have to do with an alert, 500 at most. Null when there is no such alert. Without a range: an hour before to an hour after. */
  relatedEvents?: Maybe<RelatedEvents>;
  /** Why a rule matched an event, or did not. Null when there is no such event, or its tenant has no such rule. */
  ruleExplanation?: Maybe<RuleExplanation>;
  /** Rules to hold an event against, by words of their titles, ids and tags: those that matched it, then those whose log source fits, then all others. 100 at most. Null when there is no such event. */
  rulesForEvent?: Maybe<RulesForEvent>;
  /** Of the tenants named, by name. */
  savedSearches: Array<SavedSearch>;
  /** Of the tenants named, by name: what is shared, and one's own. */
  savedViews: Array<SavedView>;
  /** What the commands behind a search make of its events: `filter.query` is like `user.name:root | stats count by host.name`. See docs/search.md. At most 10,000 rows. */
  stats: Stats;
  /** Events of the same tenant next to one in time, 200 at most on each side. Null when there is no such event. */
  surroundingEvents?: Maybe<SurroundingEvents>;
  /** Null when it does not exist or the viewer may not know. */
  tenant?: Maybe<Tenant>;
  /** Tenants the viewer belongs to, by name. */
  tenants: Array<Tenant>;
  /** Tries a definition on lines of a source that names it, besides the parsers there are. Keeps nothing. At most 50 lines, 200 kB together. */
  testParser: ParserTest;
  /** Events in lanes, with marks and gaps. Null when there is no such alert. See docs/timeline.md. */
  timeline?: Maybe<Timeline>;
  /** Rules by the number of events that they matched. */
  topRules: TopRules;
  /** Null when nobody is signed in. */
  viewer?: Maybe<Viewer>;
};


export type QueryActivityByTenantArgs = {
  tenants?: InputMaybe<Array<Scalars['ID']['input']>>;
};


export type QueryAlertArgs = {
  id: Scalars['ID']['input'];
};


export type QueryAlertFacetsArgs = {
  filter?: InputMaybe<AlertFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  tenants?: InputMaybe<Array<Scalars['ID']['input']>>;
};


export type QueryAlertGroupsArgs = {
  by: AlertGrouping;
  filter?: InputMaybe<AlertFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  tenants?: InputMaybe<Array<Scalars['ID']['input']>>;
};


export type QueryAlertHistogramArgs = {
  buckets?: InputMaybe<Scalars['Int']['input']>;
  filter?: InputMaybe<AlertFilter>;
  range?: InputMaybe<TimeRange>;
  tenants?: InputMaybe<Array<Scalars['ID']['input']>>;
};


export type QueryAlertsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<AlertFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  tenants?: InputMaybe<Array<Scalars['ID']['input']>>;
};


export type QueryAnnotationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  kind?: InputMaybe<AnnotationKind>;
  range: TimeRange;
  tag?: InputMaybe<Scalars['String']['input']>;
  tenants?: InputMaybe<Array<Scalars['ID']['input']>>;
};


export type QueryCompleteSearchArgs = {
  cursor: Scalars['Int']['input'];
  text: Scalars['String']['input'];
};


export type QueryDroppedFileArgs = {
  id: Scalars['ID']['input'];
};


export type QueryDroppedFilesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  tenant: Scalars['ID']['input'];
};


export type QueryEdgeEventsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  edge: EdgeInput;
  first?: InputMaybe<Scalars['Int']['input']>;
  range: TimeRange;
};


export type QueryEntityArgs = {
  kind: EntityKind;
  range: TimeRange;
  tenant: Scalars['ID']['input'];
  value: Scalars['String']['input'];
};


export type QueryEntityQuestionsArgs = {
  entity: EntityInput;
  range: TimeRange;
};


export type QueryEventArgs = {
  id: Scalars['ID']['input'];
};


export type QueryEventFacetsArgs = {
  fields: Array<Scalars['String']['input']>;
  filter: EventFilter;
  first?: InputMaybe<Scalars['Int']['input']>;
  tenants?: InputMaybe<Array<Scalars['ID']['input']>>;
};


export type QueryEventHistogramArgs = {
  buckets?: InputMaybe<Scalars['Int']['input']>;
  by?: InputMaybe<Scalars['String']['input']>;
  filter: EventFilter;
  limit?: InputMaybe<Scalars['Int']['input']>;
  tenants?: InputMaybe<Array<Scalars['ID']['input']>>;
};


export type QueryEventOriginsArgs = {
  id: Scalars['ID']['input'];
};


export type QueryEventsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter: EventFilter;
  first?: InputMaybe<Scalars['Int']['input']>;
  order?: InputMaybe<EventOrder>;
  tenants?: InputMaybe<Array<Scalars['ID']['input']>>;
};


export type QueryExpandEntityArgs = {
  entity: EntityInput;
  first?: InputMaybe<Scalars['Int']['input']>;
  question: Scalars['String']['input'];
  range: TimeRange;
};


export type QueryExplainSearchArgs = {
  query: Scalars['String']['input'];
};


export type QueryFieldValuesArgs = {
  field: Scalars['String']['input'];
  filter: EventFilter;
  first?: InputMaybe<Scalars['Int']['input']>;
  tenants?: InputMaybe<Array<Scalars['ID']['input']>>;
};


export type QueryGraphArgs = {
  kinds?: InputMaybe<Array<EntityKind>>;
  limits?: InputMaybe<GraphLimits>;
  range: TimeRange;
  seed: GraphSeed;
  tenants?: InputMaybe<Array<Scalars['ID']['input']>>;
};


export type QueryHitsByTenantArgs = {
  filter: EventFilter;
  first?: InputMaybe<Scalars['Int']['input']>;
  tenants?: InputMaybe<Array<Scalars['ID']['input']>>;
};


export type QueryNodeArgs = {
  id: Scalars['ID']['input'];
};


export type QueryNodesArgs = {
  ids: Array<Scalars['ID']['input']>;
};


export type QueryParsersArgs = {
  tenant: Scalars['ID']['input'];
};


export type QueryPathArgs = {
  from: EntityInput;
  maxSteps?: InputMaybe<Scalars['Int']['input']>;
  range: TimeRange;
  to: EntityInput;
};


export type QueryPatternsArgs = {
  filter: EventFilter;
  first?: InputMaybe<Scalars['Int']['input']>;
  tenants?: InputMaybe<Array<Scalars['ID']['input']>>;
};


export type QueryProcessTreeArgs = {
  down?: InputMaybe<Scalars['Int']['input']>;
  event: Scalars['ID']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
  up?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryRelatedEventsArgs = {
  alert: Scalars['ID']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
  range?: InputMaybe<TimeRange>;
};


export type QueryRuleExplanationArgs = {
  eventId: Scalars['ID']['input'];
  ruleId: Scalars['ID']['input'];
};


export type QueryRulesForEventArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  id: Scalars['ID']['input'];
  text?: InputMaybe<Scalars['String']['input']>;
};


export type QuerySavedSearchesArgs = {
  tenants?: InputMaybe<Array<Scalars['ID']['input']>>;
};


export type QuerySavedViewsArgs = {
  kind: SavedViewKind;
  tenants?: InputMaybe<Array<Scalars['ID']['input']>>;
};


export type QueryStatsArgs = {
  filter: EventFilter;
  first?: InputMaybe<Scalars['Int']['input']>;
  tenants?: InputMaybe<Array<Scalars['ID']['input']>>;
};


export type QuerySurroundingEventsArgs = {
  after?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['Int']['input']>;
  id: Scalars['ID']['input'];
  same?: InputMaybe<Array<Scalars['String']['input']>>;
};


export type QueryTenantArgs = {
  slug: Scalars['String']['input'];
};


export type QueryTestParserArgs = {
  definition: Scalars['String']['input'];
  lines?: InputMaybe<Array<Scalars['String']['input']>>;
  tenant: Scalars['ID']['input'];
};


export type QueryTimelineArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  lanes?: InputMaybe<TimelineLaneKind>;
  pixels?: InputMaybe<Scalars['Int']['input']>;
  range?: InputMaybe<TimeRange>;
  seed: TimelineSeed;
  tenants?: InputMaybe<Array<Scalars['ID']['input']>>;
};


export type QueryTopRulesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  range: TimeRange;
  tenants?: InputMaybe<Array<Scalars['ID']['input']>>;
};

export type QueryStats = {
  __typename?: 'QueryStats';
  bytesRead: Scalars['BigInt']['output'];
  elapsedMs: Scalars['Float']['output'];
  rowsRead: Scalars['BigInt']['output'];
};

export type RareEdge = {
  __typename?: 'RareEdge';
  edge: GraphEdge;
  /** It was not there in the 90 days before the range; else it has one event in the range. */
  isNew: Scalars['Boolean']['output'];
};

export type RelatedEvent = {
  __typename?: 'RelatedEvent';
  event: Event;
  /** `same user alice`, `42 s before`. */
  reasons: Array<Scalars['String']['output']>;
  /** More for rarer values and for nearness in time; comparable within one answer. */
  score: Scalars['Float']['output'];
};

export type RelatedEvents = {
  __typename?: 'RelatedEvents';
  /** The most related first; without the newest 50 events behind the alert, which evidence has. */
  events: Array<RelatedEvent>;
  from: Scalars['DateTime']['output'];
  stats: QueryStats;
  to: Scalars['DateTime']['output'];
};

export type RemoveAnnotationInput = {
  id: Scalars['ID']['input'];
};

export type RemoveAnnotationPayload = {
  __typename?: 'RemoveAnnotationPayload';
  /** Id of what is gone. */
  removedId?: Maybe<Scalars['ID']['output']>;
  userErrors: Array<UserError>;
};

export type ReopenAlertInput = {
  id: Scalars['ID']['input'];
  version?: InputMaybe<Scalars['Int']['input']>;
};

export type ReopenAlertPayload = {
  __typename?: 'ReopenAlertPayload';
  alert?: Maybe<Alert>;
  userErrors: Array<UserError>;
};

export type RetireParserInput = {
  basedOn?: InputMaybe<Scalars['Int']['input']>;
  forAll?: InputMaybe<Scalars['Boolean']['input']>;
  name: Scalars['String']['input'];
  tenant: Scalars['ID']['input'];
};

export type RetireParserPayload = {
  __typename?: 'RetireParserPayload';
  /** Name of what no longer reads. */
  name?: Maybe<Scalars['String']['output']>;
  userErrors: Array<UserError>;
};

export type RevokeIngestTokenInput = {
  id: Scalars['ID']['input'];
};

export type RevokeIngestTokenPayload = {
  __typename?: 'RevokeIngestTokenPayload';
  ingestToken?: Maybe<IngestToken>;
  userErrors: Array<UserError>;
};

export type Role =
  /** Everything in the tenant, people and tokens too. */
  | 'admin'
  /** Searches, works alerts. */
  | 'analyst'
  /** Sees, changes nothing. */
  | 'reader';

export type RuleExplanation = {
  __typename?: 'RuleExplanation';
  /** Log sources that the event is known to be of, as rules name them: `windows / process_creation`. */
  knownAs: Array<Scalars['String']['output']>;
  logSource: Array<LogSourcePart>;
  /** Log source and condition hold. Whether the rule is looked for at all, `rule.mode` says. */
  matches: Scalars['Boolean']['output'];
  rows: Array<ConditionRow>;
  /** Rows that are left out of a very long condition. */
  rowsLeft: Scalars['Int']['output'];
  rule: RuleForEvent;
};

/** A rule as it is for an event's tenant. */
export type RuleForEvent = {
  __typename?: 'RuleForEvent';
  /** ATT&CK ids. */
  attack: Array<Scalars['String']['output']>;
  /** It matched when the event came. */
  fired: Scalars['Boolean']['output'];
  /** The event may be of the rule's log source. */
  fits: Scalars['Boolean']['output'];
  level: Level;
  mode: RuleMode;
  /** Why it is in this mode. */
  reason: Scalars['String']['output'];
  ruleId: Scalars['ID']['output'];
  title: Scalars['String']['output'];
};

export type RuleHits = {
  __typename?: 'RuleHits';
  count: Scalars['Int']['output'];
  level: Level;
  ruleId: Scalars['ID']['output'];
  ruleTitle: Scalars['String']['output'];
};

export type RuleMode =
  /** Not looked for. */
  | 'off'
  /** Its detections raise alerts. */
  | 'on'
  /** On trial: its detections are stored and raise no alert. */
  | 'shadow';

export type RulesForEvent = {
  __typename?: 'RulesForEvent';
  rules: Array<RuleForEvent>;
  /** How many there are with these words. */
  total: Scalars['Int']['output'];
};

export type SaveParserInput = {
  /** `version` that was changed, 0 for a new parser; when another is in force, answers CONFLICT. */
  basedOn?: InputMaybe<Scalars['Int']['input']>;
  /** Its name says which parser it is; its samples must be read by it. */
  definition: Scalars['String']['input'];
  /** For all tenants of the organization; for who administers them all. */
  forAll?: InputMaybe<Scalars['Boolean']['input']>;
  tenant: Scalars['ID']['input'];
};

export type SaveParserPayload = {
  __typename?: 'SaveParserPayload';
  parser?: Maybe<Parser>;
  /** Mistakes in the definition too. */
  userErrors: Array<UserError>;
};

export type SaveSearchInput = {
  columns?: InputMaybe<Array<Scalars['String']['input']>>;
  /** The one of this name is saved anew. */
  name: Scalars['String']['input'];
  /** Search text with commands behind it, or SIGMA rules: one that can be run. */
  query: Scalars['String']['input'];
  /** `24h` (m, h or d), two instants with `~` between, or `all`. */
  range: Scalars['String']['input'];
  tenant: Scalars['ID']['input'];
};

export type SaveSearchPayload = {
  __typename?: 'SaveSearchPayload';
  savedSearch?: Maybe<SavedSearch>;
  userErrors: Array<UserError>;
};

export type SaveViewInput = {
  /** 16,000 characters at most. */
  address: Scalars['String']['input'];
  isShared?: InputMaybe<Scalars['Boolean']['input']>;
  kind: SavedViewKind;
  /** Unlike that of any other of one's own of this kind; 100 characters at most. */
  name: Scalars['String']['input'];
  /** 2,000 at most. */
  places?: InputMaybe<Array<SavedPlaceInput>>;
  tenant: Scalars['ID']['input'];
};

export type SaveViewPayload = {
  __typename?: 'SaveViewPayload';
  savedView?: Maybe<SavedView>;
  userErrors: Array<UserError>;
};

/** Where something of a picture was put. */
export type SavedPlace = {
  __typename?: 'SavedPlace';
  /** As the console names a node of a graph. */
  key: Scalars['String']['output'];
  x: Scalars['Float']['output'];
  y: Scalars['Float']['output'];
};

export type SavedPlaceInput = {
  key: Scalars['String']['input'];
  x: Scalars['Float']['input'];
  y: Scalars['Float']['input'];
};

/** A question worth asking again, for everybody of its tenant. */
export type SavedSearch = Node & {
  __typename?: 'SavedSearch';
  /** Fields shown as columns; empty for the usual ones. */
  columns: Array<Scalars['String']['output']>;
  id: Scalars['ID']['output'];
  name: Scalars['String']['output'];
  /** Search text, as it was typed. */
  query: Scalars['String']['output'];
  /** As the console's address has it: `24h`, two instants with `~` between, or `all`. */
  range: Scalars['String']['output'];
  savedAt: Scalars['DateTime']['output'];
  /** Null for an API token. */
  savedBy?: Maybe<Person>;
  tenant: Tenant;
};

/** A graph or a timeline to come back to: what was asked and done, not what was answered. Opened, it shows what is there then. */
export type SavedView = Node & {
  __typename?: 'SavedView';
  /** What stands behind `?` in the address of its page: query, range, steps and what is looked at. */
  address: Scalars['String']['output'];
  /** Who asks may change and forget it: it is hers, or it is shared and she is an admin of the tenant. */
  canChange: Scalars['Boolean']['output'];
  id: Scalars['ID']['output'];
  /** Saved by who asks. */
  isMine: Scalars['Boolean']['output'];
  /** For everybody of the tenant, else for who saved it alone. */
  isShared: Scalars['Boolean']['output'];
  kind: SavedViewKind;
  name: Scalars['String']['output'];
  places: Array<SavedPlace>;
  savedAt: Scalars['DateTime']['output'];
  /** Null for an API token. */
  savedBy?: Maybe<Person>;
  tenant: Tenant;
  /** Counts changes: `changeSavedView` names the one it was read at. */
  version: Scalars['Int']['output'];
};

export type SavedViewKind =
  | 'graph'
  | 'timeline';

export type SearchCompletion = {
  __typename?: 'SearchCompletion';
  /** In UTF-16 code units. */
  from: Scalars['Int']['output'];
  suggestions: Array<SearchSuggestion>;
  to: Scalars['Int']['output'];
  /** A field whose values fit here: `fieldValues` has those that events hold. */
  valuesOf?: Maybe<Scalars['String']['output']>;
};

/** What a search reads and why it may be slow; tenant and time range narrow always. */
export type SearchExplanation = {
  __typename?: 'SearchExplanation';
  narrowed: Array<SearchFinding>;
  /** Names that look misspelt, and words that look like fields; they are searched all the same. */
  notes: Array<SearchNote>;
  /** Columns read of the rows looked at. */
  reads: Array<Scalars['String']['output']>;
  scans: SearchScan;
  slow: Array<SearchFinding>;
};

export type SearchFinding = {
  __typename?: 'SearchFinding';
  /** The condition, about as it is written. */
  condition: Scalars['String']['output'];
  /** What would be faster. */
  hint?: Maybe<Scalars['String']['output']>;
  why: Scalars['String']['output'];
};

/** About a place in a search text, half-open, in UTF-16 code units. */
export type SearchNote = {
  __typename?: 'SearchNote';
  from: Scalars['Int']['output'];
  /** What may have been meant. */
  hint?: Maybe<Scalars['String']['output']>;
  message: Scalars['String']['output'];
  to: Scalars['Int']['output'];
};

export type SearchScan =
  /** Each row of the tenants in the time range is looked at. */
  | 'all'
  /** An index leaves stretches of rows. */
  | 'some';

export type SearchSuggestion = {
  __typename?: 'SearchSuggestion';
  kind: SuggestionKind;
  /** What replaces the text from `from` to `to`. */
  text: Scalars['String']['output'];
};

/** Where records come from. */
export type Source = Node & {
  __typename?: 'Source';
  /** Fields of events that lack them. */
  defaults: Scalars['JSON']['output'];
  /** Parser name, or `auto`. */
  format: Scalars['String']['output'];
  id: Scalars['ID']['output'];
  name: Scalars['String']['output'];
  /** For how many days after receipt its events are shown; null: as the tenant says. */
  retentionDays?: Maybe<Scalars['Int']['output']>;
  site: Scalars['String']['output'];
  /** UDP and TCP port of its own syslog door, if it has one. */
  syslogPort?: Maybe<Scalars['Int']['output']>;
  /** What `nightjar.source` is in searches, facets and tables. */
  uuid: Scalars['ID']['output'];
  /** Year of times that name none; null for the newest that is not in the future. */
  year?: Maybe<Scalars['Int']['output']>;
  /** IANA zone of times that name none; null for UTC. */
  zone?: Maybe<Scalars['String']['output']>;
};

/** What a source sent, by the time of its events. */
export type SourceActivity = {
  __typename?: 'SourceActivity';
  /** Events of the last hour. */
  events: Scalars['BigInt']['output'];
  /** Events of the last 24 hours, hour by hour, the latest last. */
  hours: Array<Scalars['BigInt']['output']>;
  /** The newest event of these hours; null without any. */
  lastSeen?: Maybe<Scalars['DateTime']['output']>;
  /** Search text that finds its events. */
  search: Scalars['String']['output'];
  source: Source;
  standing: ActivityStanding;
  /** Median of the same hour on the seven days before; null while fewer than two are known. */
  usual?: Maybe<Scalars['Float']['output']>;
};

export type Stats = {
  __typename?: 'Stats';
  columns: Array<StatsColumn>;
  /** Seconds between the points of a timechart; a point without events has no row. */
  interval?: Maybe<Scalars['Int']['output']>;
  /** A list for each row, in the order of the columns; null where there is no value. */
  rows: Array<Scalars['JSON']['output']>;
  stats: QueryStats;
  /** There are more rows than were asked for. */
  truncated: Scalars['Boolean']['output'];
};

export type StatsColumn = {
  __typename?: 'StatsColumn';
  name: Scalars['String']['output'];
  type: StatsColumnType;
};

export type StatsColumnType =
  /** Lists of texts. */
  | 'list'
  | 'number'
  | 'text'
  /** RFC 3339 instants. */
  | 'time';

export type Subscription = {
  __typename?: 'Subscription';
  /** Alerts as they are raised or counted up, of the tenants named; without backfills. */
  alertRaised: Alert;
  /** Events as they are stored, looked for once a second; empty when none came. */
  eventsArriving: Arrivals;
  /** A signal every 10 s: tells a client that its connection lives. */
  heartbeat: Scalars['DateTime']['output'];
};


export type SubscriptionAlertRaisedArgs = {
  tenants?: InputMaybe<Array<Scalars['ID']['input']>>;
};


export type SubscriptionEventsArrivingArgs = {
  filter?: InputMaybe<LiveFilter>;
  tenants?: InputMaybe<Array<Scalars['ID']['input']>>;
};

export type SuggestionKind =
  | 'column'
  | 'command'
  | 'field'
  | 'figure'
  | 'operator'
  | 'value';

export type SurroundingEvents = {
  __typename?: 'SurroundingEvents';
  /** The nearest first. */
  after: Array<Event>;
  /** The nearest first. */
  before: Array<Event>;
  /** Of both sides; not of the event itself. */
  stats: QueryStats;
};

export type Tenant = Node & {
  __typename?: 'Tenant';
  /** Two letters, for badges. */
  code: Scalars['String']['output'];
  /** One of twelve hues, 0-11. */
  hue: Scalars['Int']['output'];
  id: Scalars['ID']['output'];
  /** For admins. */
  ingestTokens: Array<IngestToken>;
  name: Scalars['String']['output'];
  openAlerts: Array<AlertLevelCount>;
  /** For how many days after receipt events are shown; null: for as long as the installation keeps them. */
  retentionDays?: Maybe<Scalars['Int']['output']>;
  /** The viewer's role here. */
  role: Role;
  /** May change; the id does not. */
  slug: Scalars['String']['output'];
  sources: Array<Source>;
  /** What `nightjar.tenant` is in searches, facets and tables. Whatever takes a slug or id takes it too. */
  uuid: Scalars['ID']['output'];
};

/** The same of a tenant, all of its sources together. */
export type TenantActivity = {
  __typename?: 'TenantActivity';
  events: Scalars['BigInt']['output'];
  hours: Array<Scalars['BigInt']['output']>;
  lastSeen?: Maybe<Scalars['DateTime']['output']>;
  /** By name. */
  sources: Array<SourceActivity>;
  standing: ActivityStanding;
  tenant: Tenant;
  usual?: Maybe<Scalars['Float']['output']>;
};

export type TenantHits = {
  __typename?: 'TenantHits';
  /** On either side. */
  addresses: HitEntities;
  count: Scalars['BigInt']['output'];
  /** Null without a hit, as is `lastSeen`. */
  firstSeen?: Maybe<Scalars['DateTime']['output']>;
  hosts: HitEntities;
  lastSeen?: Maybe<Scalars['DateTime']['output']>;
  tenant: Tenant;
  /** Those who act, and those who are acted upon. */
  users: HitEntities;
};

/** Half-open: `from` <= time < `to`. */
export type TimeRange = {
  from: Scalars['DateTime']['input'];
  to: Scalars['DateTime']['input'];
};

export type Timeline = {
  __typename?: 'Timeline';
  detail: TimelineDetail;
  from: Scalars['DateTime']['output'];
  gaps: Array<TimelineGap>;
  /** Seconds per bucket. */
  interval: Scalars['Int']['output'];
  /** The busiest first, the lane of all others last. */
  lanes: Array<TimelineLane>;
  /** By time. Rules on trial make none. */
  marks: Array<TimelineMark>;
  /** There are more marks: those of lower levels are left out. */
  moreMarks: Scalars['Boolean']['output'];
  /** Of all statements together. */
  stats: QueryStats;
  to: Scalars['DateTime']['output'];
  total: Scalars['BigInt']['output'];
};

export type TimelineBucket = {
  __typename?: 'TimelineBucket';
  count: Scalars['BigInt']['output'];
  from: Scalars['DateTime']['output'];
  /** The worst of its events, 0-100. */
  severity: Scalars['Int']['output'];
  /** Those that the product, an indicator or a rule suspects to be malicious. */
  suspected: Scalars['BigInt']['output'];
  to: Scalars['DateTime']['output'];
};

export type TimelineDetail =
  /** Too many: counts by stretch of time. */
  | 'buckets'
  /** So few that each is shown. */
  | 'events';

export type TimelineEntity = {
  /** `host`, `user`, `address` (or `ip`), `domain`, `hash` (SHA-256), `process` (its entity id or program), `file` or `source`; as `graph` spells them, or events do. */
  kind: Scalars['String']['input'];
  /** Only there; in every network of the tenants without it. */
  site?: InputMaybe<Scalars['String']['input']>;
  value: Scalars['String']['input'];
};

/** A source that otherwise sends was silent. */
export type TimelineGap = {
  __typename?: 'TimelineGap';
  from: Scalars['DateTime']['output'];
  source?: Maybe<Source>;
  tenant: Tenant;
  to: Scalars['DateTime']['output'];
};

export type TimelineLane = {
  __typename?: 'TimelineLane';
  /** By time; a stretch without events has none. */
  buckets: Array<TimelineBucket>;
  count: Scalars['BigInt']['output'];
  /** By time; empty when the timeline shows buckets. */
  events: Array<Event>;
  /** Host, user, category, or id of the source; empty for events without one, null for the lane of all others. */
  name?: Maybe<Scalars['String']['output']>;
  severity: Scalars['Int']['output'];
  /** Of lanes by host: equal names of two sites are two lanes. */
  site?: Maybe<Scalars['String']['output']>;
  /** Of lanes by source. */
  source?: Maybe<Source>;
  suspected: Scalars['BigInt']['output'];
  /** Null for a lane of several tenants: of all others, or of a category. */
  tenant?: Maybe<Tenant>;
};

export type TimelineLaneKind =
  /** The first of an event's categories. */
  | 'category'
  | 'host'
  | 'source'
  | 'tenant'
  | 'user';

/** What a rule found of an entity in a lane. */
export type TimelineMark = {
  __typename?: 'TimelineMark';
  /** The one that counts them; null when it is not raised yet. */
  alert?: Maybe<Alert>;
  /** Detections counted. */
  count: Scalars['BigInt']['output'];
  entity: Entity;
  /** The first of them. */
  event?: Maybe<Event>;
  /** Of the first and the last event. */
  from: Scalars['DateTime']['output'];
  /** Place of its lane in `lanes`; null when that is not shown. */
  lane?: Maybe<Scalars['Int']['output']>;
  level: Level;
  ruleId: Scalars['ID']['output'];
  ruleTitle: Scalars['String']['output'];
  tenant: Tenant;
  to: Scalars['DateTime']['output'];
};

/** What a timeline is about: exactly one of them. Cases do not exist yet. */
export type TimelineSeed = {
  /** Its entity, in its tenant. Without a range: from an hour before it was first seen to an hour after it was last. */
  alert?: InputMaybe<Scalars['ID']['input']>;
  entity?: InputMaybe<TimelineEntity>;
  /** As in `EventFilter.query`; empty for all events. */
  search?: InputMaybe<Scalars['String']['input']>;
};

export type TopRule = {
  __typename?: 'TopRule';
  /** Events that it matched: what the search `rule.id:...` finds. */
  events: Scalars['BigInt']['output'];
  level: Level;
  ruleId: Scalars['ID']['output'];
  ruleTitle: Scalars['String']['output'];
  /** On trial: it raises no alerts. */
  shadow: Scalars['Boolean']['output'];
};

export type TopRules = {
  __typename?: 'TopRules';
  rows: Array<TopRule>;
  stats: QueryStats;
};

/** A mistake of the caller, as data. */
export type UserError = {
  __typename?: 'UserError';
  /** Upper snake case: `NOT_FOUND`, `FORBIDDEN`, `BAD_USER_INPUT`, `QUERY_SYNTAX`, `CONFLICT`. */
  code: Scalars['String']['output'];
  /** Path of the argument at fault. */
  field?: Maybe<Array<Scalars['String']['output']>>;
  /** Of a search text: where in it the mistake is, half-open, in UTF-16 code units. */
  from?: Maybe<Scalars['Int']['output']>;
  /** Of a search text: what may have been meant. */
  hint?: Maybe<Scalars['String']['output']>;
  message: Scalars['String']['output'];
  to?: Maybe<Scalars['Int']['output']>;
};

/** Who is asking. */
export type Viewer = {
  __typename?: 'Viewer';
  /** Name of the API token that asks, if one does. */
  apiToken?: Maybe<Scalars['String']['output']>;
  /** Belongs to more than one tenant: sees the pages over all of them. */
  manyTenants: Scalars['Boolean']['output'];
  /** The MSSP's name. */
  organization: Scalars['String']['output'];
  /** Null for an API token. */
  person?: Maybe<Person>;
  tenants: Array<Tenant>;
};

export type WantedValue = {
  __typename?: 'WantedValue';
  holds: Scalars['Boolean']['output'];
  /** As a rule author writes it. */
  text: Scalars['String']['output'];
};



export type ResolverTypeWrapper<T> = Promise<T> | T;


export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;




/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  Node:
    | ( AlertParent )
    | ( DroppedFileParent )
    | ( EventParent )
    | ( AnnotationParent )
    | ( IngestTokenParent )
    | ( SavedSearchParent )
    | ( SavedViewParent )
    | ( SourceParent )
    | ( TenantParent )
  ;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  ActivityByTenant: ResolverTypeWrapper<Omit<ActivityByTenant, 'rows'> & { rows: Array<ResolversTypes['TenantActivity']> }>;
  ActivityStanding: ActivityStanding;
  Alert: ResolverTypeWrapper<AlertParent>;
  AlertBucket: ResolverTypeWrapper<AlertBucket>;
  AlertConnection: ResolverTypeWrapper<AlertConnectionParent>;
  AlertEdge: ResolverTypeWrapper<Omit<AlertEdge, 'node'> & { node: ResolversTypes['Alert'] }>;
  AlertFacetValue: ResolverTypeWrapper<AlertFacetValue>;
  AlertFacets: ResolverTypeWrapper<AlertFacetsParent>;
  AlertFilter: AlertFilter;
  AlertGroup: ResolverTypeWrapper<AlertGroupParent>;
  AlertGrouping: AlertGrouping;
  AlertGroups: ResolverTypeWrapper<Omit<AlertGroups, 'groups'> & { groups: Array<ResolversTypes['AlertGroup']> }>;
  AlertHistogram: ResolverTypeWrapper<AlertHistogram>;
  AlertLevelCount: ResolverTypeWrapper<AlertLevelCount>;
  AlertStatus: AlertStatus;
  AnnotateEventInput: AnnotateEventInput;
  AnnotateEventPayload: ResolverTypeWrapper<Omit<AnnotateEventPayload, 'annotation'> & { annotation?: Maybe<ResolversTypes['EventAnnotation']> }>;
  AnnotationKind: AnnotationKind;
  Arrivals: ResolverTypeWrapper<ArrivalsParent>;
  BigInt: ResolverTypeWrapper<Scalars['BigInt']['output']>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  ByteRange: ResolverTypeWrapper<ByteRange>;
  ChangeNoteInput: ChangeNoteInput;
  ChangeNotePayload: ResolverTypeWrapper<Omit<ChangeNotePayload, 'annotation'> & { annotation?: Maybe<ResolversTypes['EventAnnotation']> }>;
  ChangeSavedViewInput: ChangeSavedViewInput;
  ChangeSavedViewPayload: ResolverTypeWrapper<Omit<ChangeSavedViewPayload, 'savedView'> & { savedView?: Maybe<ResolversTypes['SavedView']> }>;
  ChangeSourceInput: ChangeSourceInput;
  ChangeSourcePayload: ResolverTypeWrapper<Omit<ChangeSourcePayload, 'source'> & { source?: Maybe<ResolversTypes['Source']> }>;
  ChangeTenantInput: ChangeTenantInput;
  ChangeTenantPayload: ResolverTypeWrapper<Omit<ChangeTenantPayload, 'tenant'> & { tenant?: Maybe<ResolversTypes['Tenant']> }>;
  CloseAlertInput: CloseAlertInput;
  CloseAlertPayload: ResolverTypeWrapper<Omit<CloseAlertPayload, 'alert'> & { alert?: Maybe<ResolversTypes['Alert']> }>;
  CloseReason: CloseReason;
  ConditionKind: ConditionKind;
  ConditionRow: ResolverTypeWrapper<ConditionRow>;
  ConditionVerdict: ConditionVerdict;
  CreateIngestTokenInput: CreateIngestTokenInput;
  CreateIngestTokenPayload: ResolverTypeWrapper<Omit<CreateIngestTokenPayload, 'ingestToken'> & { ingestToken?: Maybe<ResolversTypes['IngestToken']> }>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Detection: ResolverTypeWrapper<DetectionParent>;
  DropFileInput: DropFileInput;
  DropFilePayload: ResolverTypeWrapper<Omit<DropFilePayload, 'file'> & { file?: Maybe<ResolversTypes['DroppedFile']> }>;
  DroppedFile: ResolverTypeWrapper<DroppedFileParent>;
  DroppedFileState: DroppedFileState;
  EdgeInput: EdgeInput;
  EdgeVerb: EdgeVerb;
  Entity: ResolverTypeWrapper<Entity>;
  EntityExpansion: ResolverTypeWrapper<Omit<EntityExpansion, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['GraphEdge']>, nodes: Array<ResolversTypes['GraphNode']> }>;
  EntityInput: EntityInput;
  EntityKind: EntityKind;
  EntityPeer: ResolverTypeWrapper<Omit<EntityPeer, 'entity'> & { entity: ResolversTypes['GraphEntity'] }>;
  EntityPrevalence: ResolverTypeWrapper<PrevalenceParent>;
  EntityProfile: ResolverTypeWrapper<EntityProfileParent>;
  EntityQuestion: ResolverTypeWrapper<NeighbourCountParent>;
  EntityQuestions: ResolverTypeWrapper<Omit<EntityQuestions, 'questions'> & { questions: Array<ResolversTypes['EntityQuestion']> }>;
  Event: ResolverTypeWrapper<EventParent>;
  EventAnnotation: ResolverTypeWrapper<AnnotationParent>;
  EventAnnotationConnection: ResolverTypeWrapper<AnnotationConnectionParent>;
  EventAnnotationEdge: ResolverTypeWrapper<Omit<EventAnnotationEdge, 'node'> & { node: ResolversTypes['EventAnnotation'] }>;
  EventConnection: ResolverTypeWrapper<EventConnectionParent>;
  EventEdge: ResolverTypeWrapper<Omit<EventEdge, 'node'> & { node: ResolversTypes['Event'] }>;
  EventFacet: ResolverTypeWrapper<EventFacet>;
  EventFilter: EventFilter;
  EventHistogram: ResolverTypeWrapper<EventHistogram>;
  EventOrder: EventOrder;
  EventOrigins: ResolverTypeWrapper<EventOrigins>;
  EventOutcome: EventOutcome;
  EventPattern: ResolverTypeWrapper<EventPatternParent>;
  ExportEventsInput: ExportEventsInput;
  ExportEventsPayload: ResolverTypeWrapper<ExportEventsPayload>;
  ExportFormat: ExportFormat;
  FieldSource: ResolverTypeWrapper<FieldSource>;
  FieldSourceKind: FieldSourceKind;
  FieldValueCount: ResolverTypeWrapper<FieldValueCount>;
  FileFindings: ResolverTypeWrapper<Omit<FileFindings, 'verdicts'> & { verdicts: Array<ResolversTypes['FileVerdict']> }>;
  FileMember: ResolverTypeWrapper<FileMember>;
  FileProblem: ResolverTypeWrapper<FileProblem>;
  FileVerdict: ResolverTypeWrapper<FileVerdictParent>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  ForgetSearchInput: ForgetSearchInput;
  ForgetSearchPayload: ResolverTypeWrapper<ForgetSearchPayload>;
  ForgetViewInput: ForgetViewInput;
  ForgetViewPayload: ResolverTypeWrapper<ForgetViewPayload>;
  Graph: ResolverTypeWrapper<GraphParent>;
  GraphAlert: ResolverTypeWrapper<Omit<GraphAlert, 'alert'> & { alert: ResolversTypes['Alert'] }>;
  GraphCollection: ResolverTypeWrapper<NeighbourCountParent>;
  GraphEdge: ResolverTypeWrapper<EdgeParent>;
  GraphEntity: ResolverTypeWrapper<EntityParent>;
  GraphLimits: GraphLimits;
  GraphNode: ResolverTypeWrapper<NodeParent>;
  GraphPath: ResolverTypeWrapper<Omit<GraphPath, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['GraphEdge']>, nodes: Array<ResolversTypes['GraphNode']> }>;
  GraphSeed: GraphSeed;
  HistogramBucket: ResolverTypeWrapper<HistogramBucket>;
  HistogramSeries: ResolverTypeWrapper<HistogramSeries>;
  HitEntities: ResolverTypeWrapper<HitEntities>;
  HitsByTenant: ResolverTypeWrapper<Omit<HitsByTenant, 'rows'> & { rows: Array<ResolversTypes['TenantHits']> }>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  IngestToken: ResolverTypeWrapper<IngestTokenParent>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  JSON: ResolverTypeWrapper<Scalars['JSON']['output']>;
  Level: Level;
  LineReading: ResolverTypeWrapper<LineReading>;
  LiveFilter: LiveFilter;
  LogSourceKey: LogSourceKey;
  LogSourcePart: ResolverTypeWrapper<LogSourcePart>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Node: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Node']>;
  PackagedParser: ResolverTypeWrapper<PackagedParser>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Parser: ResolverTypeWrapper<ParserParent>;
  ParserMistake: ResolverTypeWrapper<ParserMistake>;
  ParserTest: ResolverTypeWrapper<ParserTest>;
  ParserVersion: ResolverTypeWrapper<ParserVersionParent>;
  Person: ResolverTypeWrapper<Person>;
  ProcessNode: ResolverTypeWrapper<ProcessNodeParent>;
  ProcessTree: ResolverTypeWrapper<Omit<ProcessTree, 'nodes'> & { nodes: Array<ResolversTypes['ProcessNode']> }>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  QueryStats: ResolverTypeWrapper<QueryStats>;
  RareEdge: ResolverTypeWrapper<Omit<RareEdge, 'edge'> & { edge: ResolversTypes['GraphEdge'] }>;
  RelatedEvent: ResolverTypeWrapper<Omit<RelatedEvent, 'event'> & { event: ResolversTypes['Event'] }>;
  RelatedEvents: ResolverTypeWrapper<Omit<RelatedEvents, 'events'> & { events: Array<ResolversTypes['RelatedEvent']> }>;
  RemoveAnnotationInput: RemoveAnnotationInput;
  RemoveAnnotationPayload: ResolverTypeWrapper<RemoveAnnotationPayload>;
  ReopenAlertInput: ReopenAlertInput;
  ReopenAlertPayload: ResolverTypeWrapper<Omit<ReopenAlertPayload, 'alert'> & { alert?: Maybe<ResolversTypes['Alert']> }>;
  RetireParserInput: RetireParserInput;
  RetireParserPayload: ResolverTypeWrapper<RetireParserPayload>;
  RevokeIngestTokenInput: RevokeIngestTokenInput;
  RevokeIngestTokenPayload: ResolverTypeWrapper<Omit<RevokeIngestTokenPayload, 'ingestToken'> & { ingestToken?: Maybe<ResolversTypes['IngestToken']> }>;
  Role: Role;
  RuleExplanation: ResolverTypeWrapper<RuleExplanation>;
  RuleForEvent: ResolverTypeWrapper<RuleForEvent>;
  RuleHits: ResolverTypeWrapper<RuleHitsParent>;
  RuleMode: RuleMode;
  RulesForEvent: ResolverTypeWrapper<RulesForEvent>;
  SaveParserInput: SaveParserInput;
  SaveParserPayload: ResolverTypeWrapper<Omit<SaveParserPayload, 'parser'> & { parser?: Maybe<ResolversTypes['Parser']> }>;
  SaveSearchInput: SaveSearchInput;
  SaveSearchPayload: ResolverTypeWrapper<Omit<SaveSearchPayload, 'savedSearch'> & { savedSearch?: Maybe<ResolversTypes['SavedSearch']> }>;
  SaveViewInput: SaveViewInput;
  SaveViewPayload: ResolverTypeWrapper<Omit<SaveViewPayload, 'savedView'> & { savedView?: Maybe<ResolversTypes['SavedView']> }>;
  SavedPlace: ResolverTypeWrapper<SavedPlace>;
  SavedPlaceInput: SavedPlaceInput;
  SavedSearch: ResolverTypeWrapper<SavedSearchParent>;
  SavedView: ResolverTypeWrapper<SavedViewParent>;
  SavedViewKind: SavedViewKind;
  SearchCompletion: ResolverTypeWrapper<SearchCompletion>;
  SearchExplanation: ResolverTypeWrapper<SearchExplanation>;
  SearchFinding: ResolverTypeWrapper<SearchFinding>;
  SearchNote: ResolverTypeWrapper<SearchNote>;
  SearchScan: SearchScan;
  SearchSuggestion: ResolverTypeWrapper<SearchSuggestion>;
  Source: ResolverTypeWrapper<SourceParent>;
  SourceActivity: ResolverTypeWrapper<SourceActivityParent>;
  Stats: ResolverTypeWrapper<StatsParent>;
  StatsColumn: ResolverTypeWrapper<StatsColumn>;
  StatsColumnType: StatsColumnType;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  SuggestionKind: SuggestionKind;
  SurroundingEvents: ResolverTypeWrapper<Omit<SurroundingEvents, 'after' | 'before'> & { after: Array<ResolversTypes['Event']>, before: Array<ResolversTypes['Event']> }>;
  Tenant: ResolverTypeWrapper<TenantParent>;
  TenantActivity: ResolverTypeWrapper<TenantActivityParent>;
  TenantHits: ResolverTypeWrapper<TenantHitsParent>;
  TimeRange: TimeRange;
  Timeline: ResolverTypeWrapper<TimelineParent>;
  TimelineBucket: ResolverTypeWrapper<TimelineBucket>;
  TimelineDetail: TimelineDetail;
  TimelineEntity: TimelineEntity;
  TimelineGap: ResolverTypeWrapper<TimelineGapParent>;
  TimelineLane: ResolverTypeWrapper<TimelineLaneParent>;
  TimelineLaneKind: TimelineLaneKind;
  TimelineMark: ResolverTypeWrapper<TimelineMarkParent>;
  TimelineSeed: TimelineSeed;
  TopRule: ResolverTypeWrapper<TopRule>;
  TopRules: ResolverTypeWrapper<TopRules>;
  UserError: ResolverTypeWrapper<UserError>;
  Viewer: ResolverTypeWrapper<Session>;
  WantedValue: ResolverTypeWrapper<WantedValue>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  ActivityByTenant: Omit<ActivityByTenant, 'rows'> & { rows: Array<ResolversParentTypes['TenantActivity']> };
  Alert: AlertParent;
  AlertBucket: AlertBucket;
  AlertConnection: AlertConnectionParent;
  AlertEdge: Omit<AlertEdge, 'node'> & { node: ResolversParentTypes['Alert'] };
  AlertFacetValue: AlertFacetValue;
  AlertFacets: AlertFacetsParent;
  AlertFilter: AlertFilter;
  AlertGroup: AlertGroupParent;
  AlertGroups: Omit<AlertGroups, 'groups'> & { groups: Array<ResolversParentTypes['AlertGroup']> };
  AlertHistogram: AlertHistogram;
  AlertLevelCount: AlertLevelCount;
  AnnotateEventInput: AnnotateEventInput;
  AnnotateEventPayload: Omit<AnnotateEventPayload, 'annotation'> & { annotation?: Maybe<ResolversParentTypes['EventAnnotation']> };
  Arrivals: ArrivalsParent;
  BigInt: Scalars['BigInt']['output'];
  Boolean: Scalars['Boolean']['output'];
  ByteRange: ByteRange;
  ChangeNoteInput: ChangeNoteInput;
  ChangeNotePayload: Omit<ChangeNotePayload, 'annotation'> & { annotation?: Maybe<ResolversParentTypes['EventAnnotation']> };
  ChangeSavedViewInput: ChangeSavedViewInput;
  ChangeSavedViewPayload: Omit<ChangeSavedViewPayload, 'savedView'> & { savedView?: Maybe<ResolversParentTypes['SavedView']> };
  ChangeSourceInput: ChangeSourceInput;
  ChangeSourcePayload: Omit<ChangeSourcePayload, 'source'> & { source?: Maybe<ResolversParentTypes['Source']> };
  ChangeTenantInput: ChangeTenantInput;
  ChangeTenantPayload: Omit<ChangeTenantPayload, 'tenant'> & { tenant?: Maybe<ResolversParentTypes['Tenant']> };
  CloseAlertInput: CloseAlertInput;
  CloseAlertPayload: Omit<CloseAlertPayload, 'alert'> & { alert?: Maybe<ResolversParentTypes['Alert']> };
  ConditionRow: ConditionRow;
  CreateIngestTokenInput: CreateIngestTokenInput;
  CreateIngestTokenPayload: Omit<CreateIngestTokenPayload, 'ingestToken'> & { ingestToken?: Maybe<ResolversParentTypes['IngestToken']> };
  DateTime: Scalars['DateTime']['output'];
  Detection: DetectionParent;
  DropFileInput: DropFileInput;
  DropFilePayload: Omit<DropFilePayload, 'file'> & { file?: Maybe<ResolversParentTypes['DroppedFile']> };
  DroppedFile: DroppedFileParent;
  EdgeInput: EdgeInput;
  Entity: Entity;
  EntityExpansion: Omit<EntityExpansion, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['GraphEdge']>, nodes: Array<ResolversParentTypes['GraphNode']> };
  EntityInput: EntityInput;
  EntityPeer: Omit<EntityPeer, 'entity'> & { entity: ResolversParentTypes['GraphEntity'] };
  EntityPrevalence: PrevalenceParent;
  EntityProfile: EntityProfileParent;
  EntityQuestion: NeighbourCountParent;
  EntityQuestions: Omit<EntityQuestions, 'questions'> & { questions: Array<ResolversParentTypes['EntityQuestion']> };
  Event: EventParent;
  EventAnnotation: AnnotationParent;
  EventAnnotationConnection: AnnotationConnectionParent;
  EventAnnotationEdge: Omit<EventAnnotationEdge, 'node'> & { node: ResolversParentTypes['EventAnnotation'] };
  EventConnection: EventConnectionParent;
  EventEdge: Omit<EventEdge, 'node'> & { node: ResolversParentTypes['Event'] };
  EventFacet: EventFacet;
  EventFilter: EventFilter;
  EventHistogram: EventHistogram;
  EventOrigins: EventOrigins;
  EventPattern: EventPatternParent;
  ExportEventsInput: ExportEventsInput;
  ExportEventsPayload: ExportEventsPayload;
  FieldSource: FieldSource;
  FieldValueCount: FieldValueCount;
  FileFindings: Omit<FileFindings, 'verdicts'> & { verdicts: Array<ResolversParentTypes['FileVerdict']> };
  FileMember: FileMember;
  FileProblem: FileProblem;
  FileVerdict: FileVerdictParent;
  Float: Scalars['Float']['output'];
  ForgetSearchInput: ForgetSearchInput;
  ForgetSearchPayload: ForgetSearchPayload;
  ForgetViewInput: ForgetViewInput;
  ForgetViewPayload: ForgetViewPayload;
  Graph: GraphParent;
  GraphAlert: Omit<GraphAlert, 'alert'> & { alert: ResolversParentTypes['Alert'] };
  GraphCollection: NeighbourCountParent;
  GraphEdge: EdgeParent;
  GraphEntity: EntityParent;
  GraphLimits: GraphLimits;
  GraphNode: NodeParent;
  GraphPath: Omit<GraphPath, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['GraphEdge']>, nodes: Array<ResolversParentTypes['GraphNode']> };
  GraphSeed: GraphSeed;
  HistogramBucket: HistogramBucket;
  HistogramSeries: HistogramSeries;
  HitEntities: HitEntities;
  HitsByTenant: Omit<HitsByTenant, 'rows'> & { rows: Array<ResolversParentTypes['TenantHits']> };
  ID: Scalars['ID']['output'];
  IngestToken: IngestTokenParent;
  Int: Scalars['Int']['output'];
  JSON: Scalars['JSON']['output'];
  LineReading: LineReading;
  LiveFilter: LiveFilter;
  LogSourcePart: LogSourcePart;
  Mutation: Record<PropertyKey, never>;
  Node: ResolversInterfaceTypes<ResolversParentTypes>['Node'];
  PackagedParser: PackagedParser;
  PageInfo: PageInfo;
  Parser: ParserParent;
  ParserMistake: ParserMistake;
  ParserTest: ParserTest;
  ParserVersion: ParserVersionParent;
  Person: Person;
  ProcessNode: ProcessNodeParent;
  ProcessTree: Omit<ProcessTree, 'nodes'> & { nodes: Array<ResolversParentTypes['ProcessNode']> };
  Query: Record<PropertyKey, never>;
  QueryStats: QueryStats;
  RareEdge: Omit<RareEdge, 'edge'> & { edge: ResolversParentTypes['GraphEdge'] };
  RelatedEvent: Omit<RelatedEvent, 'event'> & { event: ResolversParentTypes['Event'] };
  RelatedEvents: Omit<RelatedEvents, 'events'> & { events: Array<ResolversParentTypes['RelatedEvent']> };
  RemoveAnnotationInput: RemoveAnnotationInput;
  RemoveAnnotationPayload: RemoveAnnotationPayload;
  ReopenAlertInput: ReopenAlertInput;
  ReopenAlertPayload: Omit<ReopenAlertPayload, 'alert'> & { alert?: Maybe<ResolversParentTypes['Alert']> };
  RetireParserInput: RetireParserInput;
  RetireParserPayload: RetireParserPayload;
  RevokeIngestTokenInput: RevokeIngestTokenInput;
  RevokeIngestTokenPayload: Omit<RevokeIngestTokenPayload, 'ingestToken'> & { ingestToken?: Maybe<ResolversParentTypes['IngestToken']> };
  RuleExplanation: RuleExplanation;
  RuleForEvent: RuleForEvent;
  RuleHits: RuleHitsParent;
  RulesForEvent: RulesForEvent;
  SaveParserInput: SaveParserInput;
  SaveParserPayload: Omit<SaveParserPayload, 'parser'> & { parser?: Maybe<ResolversParentTypes['Parser']> };
  SaveSearchInput: SaveSearchInput;
  SaveSearchPayload: Omit<SaveSearchPayload, 'savedSearch'> & { savedSearch?: Maybe<ResolversParentTypes['SavedSearch']> };
  SaveViewInput: SaveViewInput;
  SaveViewPayload: Omit<SaveViewPayload, 'savedView'> & { savedView?: Maybe<ResolversParentTypes['SavedView']> };
  SavedPlace: SavedPlace;
  SavedPlaceInput: SavedPlaceInput;
  SavedSearch: SavedSearchParent;
  SavedView: SavedViewParent;
  SearchCompletion: SearchCompletion;
  SearchExplanation: SearchExplanation;
  SearchFinding: SearchFinding;
  SearchNote: SearchNote;
  SearchSuggestion: SearchSuggestion;
  Source: SourceParent;
  SourceActivity: SourceActivityParent;
  Stats: StatsParent;
  StatsColumn: StatsColumn;
  String: Scalars['String']['output'];
  Subscription: Record<PropertyKey, never>;
  SurroundingEvents: Omit<SurroundingEvents, 'after' | 'before'> & { after: Array<ResolversParentTypes['Event']>, before: Array<ResolversParentTypes['Event']> };
  Tenant: TenantParent;
  TenantActivity: TenantActivityParent;
  TenantHits: TenantHitsParent;
  TimeRange: TimeRange;
  Timeline: TimelineParent;
  TimelineBucket: TimelineBucket;
  TimelineEntity: TimelineEntity;
  TimelineGap: TimelineGapParent;
  TimelineLane: TimelineLaneParent;
  TimelineMark: TimelineMarkParent;
  TimelineSeed: TimelineSeed;
  TopRule: TopRule;
  TopRules: TopRules;
  UserError: UserError;
  Viewer: Session;
  WantedValue: WantedValue;
};

export type ActivityByTenantResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['ActivityByTenant'] = ResolversParentTypes['ActivityByTenant']> = {
  rows?: Resolver<Array<ResolversTypes['TenantActivity']>, ParentType, ContextType>;
  stats?: Resolver<ResolversTypes['QueryStats'], ParentType, ContextType>;
  until?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type AlertResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['Alert'] = ResolversParentTypes['Alert']> = {
  attack?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  backfill?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  closeNote?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  closeReason?: Resolver<Maybe<ResolversTypes['CloseReason']>, ParentType, ContextType>;
  closedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  closedBy?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  entity?: Resolver<ResolversTypes['Entity'], ParentType, ContextType>;
  evidence?: Resolver<ResolversTypes['EventConnection'], ParentType, ContextType, RequireFields<AlertEvidenceArgs, 'first'>>;
  firstSeen?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lastSeen?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  level?: Resolver<ResolversTypes['Level'], ParentType, ContextType>;
  raisedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  ruleDescription?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  ruleId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  ruleTitle?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['AlertStatus'], ParentType, ContextType>;
  tenant?: Resolver<ResolversTypes['Tenant'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AlertBucketResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['AlertBucket'] = ResolversParentTypes['AlertBucket']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  levels?: Resolver<Array<ResolversTypes['AlertLevelCount']>, ParentType, ContextType>;
  to?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type AlertConnectionResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['AlertConnection'] = ResolversParentTypes['AlertConnection']> = {
  edges?: Resolver<Array<ResolversTypes['AlertEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type AlertEdgeResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['AlertEdge'] = ResolversParentTypes['AlertEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Alert'], ParentType, ContextType>;
};

export type AlertFacetValueResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['AlertFacetValue'] = ResolversParentTypes['AlertFacetValue']> = {
  alerts?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  title?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type AlertFacetsResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['AlertFacets'] = ResolversParentTypes['AlertFacets']> = {
  entityKinds?: Resolver<Array<ResolversTypes['AlertFacetValue']>, ParentType, ContextType>;
  level?: Resolver<Array<ResolversTypes['AlertFacetValue']>, ParentType, ContextType>;
  rules?: Resolver<Array<ResolversTypes['AlertFacetValue']>, ParentType, ContextType>;
  status?: Resolver<Array<ResolversTypes['AlertFacetValue']>, ParentType, ContextType>;
  tactics?: Resolver<Array<ResolversTypes['AlertFacetValue']>, ParentType, ContextType>;
  techniques?: Resolver<Array<ResolversTypes['AlertFacetValue']>, ParentType, ContextType>;
  tenants?: Resolver<Array<ResolversTypes['AlertFacetValue']>, ParentType, ContextType>;
};

export type AlertGroupResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['AlertGroup'] = ResolversParentTypes['AlertGroup']> = {
  alerts?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  detections?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  entity?: Resolver<Maybe<ResolversTypes['Entity']>, ParentType, ContextType>;
  firstSeen?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  lastSeen?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  level?: Resolver<ResolversTypes['Level'], ParentType, ContextType>;
  open?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  ruleId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  ruleTitle?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  tactic?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  tenant?: Resolver<Maybe<ResolversTypes['Tenant']>, ParentType, ContextType>;
};

export type AlertGroupsResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['AlertGroups'] = ResolversParentTypes['AlertGroups']> = {
  groups?: Resolver<Array<ResolversTypes['AlertGroup']>, ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type AlertHistogramResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['AlertHistogram'] = ResolversParentTypes['AlertHistogram']> = {
  buckets?: Resolver<Array<ResolversTypes['AlertBucket']>, ParentType, ContextType>;
  interval?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  levels?: Resolver<Array<ResolversTypes['AlertLevelCount']>, ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type AlertLevelCountResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['AlertLevelCount'] = ResolversParentTypes['AlertLevelCount']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  level?: Resolver<ResolversTypes['Level'], ParentType, ContextType>;
};

export type AnnotateEventPayloadResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['AnnotateEventPayload'] = ResolversParentTypes['AnnotateEventPayload']> = {
  annotation?: Resolver<Maybe<ResolversTypes['EventAnnotation']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ArrivalsResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['Arrivals'] = ResolversParentTypes['Arrivals']> = {
  events?: Resolver<Array<ResolversTypes['Event']>, ParentType, ContextType>;
  more?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  stats?: Resolver<ResolversTypes['QueryStats'], ParentType, ContextType>;
};

export interface BigIntScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['BigInt'], any> {
  name: 'BigInt';
}

export type ByteRangeResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['ByteRange'] = ResolversParentTypes['ByteRange']> = {
  end?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  start?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ChangeNotePayloadResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['ChangeNotePayload'] = ResolversParentTypes['ChangeNotePayload']> = {
  annotation?: Resolver<Maybe<ResolversTypes['EventAnnotation']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ChangeSavedViewPayloadResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['ChangeSavedViewPayload'] = ResolversParentTypes['ChangeSavedViewPayload']> = {
  savedView?: Resolver<Maybe<ResolversTypes['SavedView']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ChangeSourcePayloadResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['ChangeSourcePayload'] = ResolversParentTypes['ChangeSourcePayload']> = {
  source?: Resolver<Maybe<ResolversTypes['Source']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ChangeTenantPayloadResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['ChangeTenantPayload'] = ResolversParentTypes['ChangeTenantPayload']> = {
  tenant?: Resolver<Maybe<ResolversTypes['Tenant']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type CloseAlertPayloadResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['CloseAlertPayload'] = ResolversParentTypes['CloseAlertPayload']> = {
  alert?: Resolver<Maybe<ResolversTypes['Alert']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ConditionRowResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['ConditionRow'] = ResolversParentTypes['ConditionRow']> = {
  depth?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  field?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  found?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  foundCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  holds?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ConditionKind'], ParentType, ContextType>;
  modifiers?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  needsAll?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  verdict?: Resolver<ResolversTypes['ConditionVerdict'], ParentType, ContextType>;
  wanted?: Resolver<Array<ResolversTypes['WantedValue']>, ParentType, ContextType>;
  wantedCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CreateIngestTokenPayloadResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['CreateIngestTokenPayload'] = ResolversParentTypes['CreateIngestTokenPayload']> = {
  ingestToken?: Resolver<Maybe<ResolversTypes['IngestToken']>, ParentType, ContextType>;
  secret?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type DetectionResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['Detection'] = ResolversParentTypes['Detection']> = {
  attack?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  event?: Resolver<Maybe<ResolversTypes['Event']>, ParentType, ContextType>;
  level?: Resolver<ResolversTypes['Level'], ParentType, ContextType>;
  ruleId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  ruleTitle?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  shadow?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type DropFilePayloadResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['DropFilePayload'] = ResolversParentTypes['DropFilePayload']> = {
  file?: Resolver<Maybe<ResolversTypes['DroppedFile']>, ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type DroppedFileResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['DroppedFile'] = ResolversParentTypes['DroppedFile']> = {
  bytes?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  droppedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  droppedBy?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType>;
  findings?: Resolver<ResolversTypes['FileFindings'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  keptUntil?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  members?: Resolver<Array<ResolversTypes['FileMember']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  problems?: Resolver<Array<ResolversTypes['FileProblem']>, ParentType, ContextType>;
  received?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  records?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  search?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['DroppedFileState'], ParentType, ContextType>;
  tenant?: Resolver<ResolversTypes['Tenant'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type EntityResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['Entity'] = ResolversParentTypes['Entity']> = {
  kind?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  site?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type EntityExpansionResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['EntityExpansion'] = ResolversParentTypes['EntityExpansion']> = {
  edges?: Resolver<Array<ResolversTypes['GraphEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['GraphNode']>, ParentType, ContextType>;
  stats?: Resolver<ResolversTypes['QueryStats'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type EntityPeerResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['EntityPeer'] = ResolversParentTypes['EntityPeer']> = {
  entity?: Resolver<ResolversTypes['GraphEntity'], ParentType, ContextType>;
  shared?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type EntityPrevalenceResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['EntityPrevalence'] = ResolversParentTypes['EntityPrevalence']> = {
  addresses?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  hosts?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  ofHosts?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  ofUsers?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  tenant?: Resolver<ResolversTypes['Tenant'], ParentType, ContextType>;
  users?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type EntityProfileResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['EntityProfile'] = ResolversParentTypes['EntityProfile']> = {
  alerts?: Resolver<ResolversTypes['AlertConnection'], ParentType, ContextType, RequireFields<EntityProfileAlertsArgs, 'first'>>;
  detections?: Resolver<Array<ResolversTypes['RuleHits']>, ParentType, ContextType>;
  entity?: Resolver<ResolversTypes['GraphEntity'], ParentType, ContextType>;
  firstSeen?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  lastSeen?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  logons?: Resolver<Array<ResolversTypes['GraphEdge']>, ParentType, ContextType, RequireFields<EntityProfileLogonsArgs, 'first'>>;
  peers?: Resolver<Array<ResolversTypes['EntityPeer']>, ParentType, ContextType, RequireFields<EntityProfilePeersArgs, 'first'>>;
  prevalence?: Resolver<Array<ResolversTypes['EntityPrevalence']>, ParentType, ContextType>;
  rare?: Resolver<Array<ResolversTypes['RareEdge']>, ParentType, ContextType, RequireFields<EntityProfileRareArgs, 'first'>>;
  risk?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  stats?: Resolver<ResolversTypes['QueryStats'], ParentType, ContextType>;
};

export type EntityQuestionResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['EntityQuestion'] = ResolversParentTypes['EntityQuestion']> = {
  count?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  entities?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['EntityKind'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  suspected?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
};

export type EntityQuestionsResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['EntityQuestions'] = ResolversParentTypes['EntityQuestions']> = {
  questions?: Resolver<Array<ResolversTypes['EntityQuestion']>, ParentType, ContextType>;
  stats?: Resolver<ResolversTypes['QueryStats'], ParentType, ContextType>;
};

export type EventResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['Event'] = ResolversParentTypes['Event']> = {
  action?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  annotations?: Resolver<Array<ResolversTypes['EventAnnotation']>, ParentType, ContextType>;
  category?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  detections?: Resolver<Array<ResolversTypes['Detection']>, ParentType, ContextType>;
  fields?: Resolver<ResolversTypes['JSON'], ParentType, ContextType, Partial<EventFieldsArgs>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  outcome?: Resolver<Maybe<ResolversTypes['EventOutcome']>, ParentType, ContextType>;
  parser?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  raw?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  received?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  severity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  site?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes['Source']>, ParentType, ContextType>;
  tenant?: Resolver<ResolversTypes['Tenant'], ParentType, ContextType>;
  time?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  type?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type EventAnnotationResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['EventAnnotation'] = ResolversParentTypes['EventAnnotation']> = {
  canChange?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  changedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  changedBy?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType>;
  event?: Resolver<Maybe<ResolversTypes['Event']>, ParentType, ContextType>;
  eventId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  eventTime?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isMine?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['AnnotationKind'], ParentType, ContextType>;
  madeAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  madeBy?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType>;
  tenant?: Resolver<ResolversTypes['Tenant'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type EventAnnotationConnectionResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['EventAnnotationConnection'] = ResolversParentTypes['EventAnnotationConnection']> = {
  edges?: Resolver<Array<ResolversTypes['EventAnnotationEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type EventAnnotationEdgeResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['EventAnnotationEdge'] = ResolversParentTypes['EventAnnotationEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['EventAnnotation'], ParentType, ContextType>;
};

export type EventConnectionResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['EventConnection'] = ResolversParentTypes['EventConnection']> = {
  edges?: Resolver<Array<ResolversTypes['EventEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  stats?: Resolver<ResolversTypes['QueryStats'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
};

export type EventEdgeResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['EventEdge'] = ResolversParentTypes['EventEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Event'], ParentType, ContextType>;
};

export type EventFacetResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['EventFacet'] = ResolversParentTypes['EventFacet']> = {
  distinct?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  field?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  stats?: Resolver<ResolversTypes['QueryStats'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  values?: Resolver<Array<ResolversTypes['FieldValueCount']>, ParentType, ContextType>;
};

export type EventHistogramResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['EventHistogram'] = ResolversParentTypes['EventHistogram']> = {
  buckets?: Resolver<Array<ResolversTypes['HistogramBucket']>, ParentType, ContextType>;
  interval?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  series?: Resolver<Maybe<Array<ResolversTypes['HistogramSeries']>>, ParentType, ContextType>;
  stats?: Resolver<ResolversTypes['QueryStats'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
};

export type EventOriginsResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['EventOrigins'] = ResolversParentTypes['EventOrigins']> = {
  fields?: Resolver<Array<ResolversTypes['FieldSource']>, ParentType, ContextType>;
  isComplete?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  parser?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type EventPatternResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['EventPattern'] = ResolversParentTypes['EventPattern']> = {
  count?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  example?: Resolver<ResolversTypes['Event'], ParentType, ContextType>;
  firstSeen?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  lastSeen?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  template?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ExportEventsPayloadResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['ExportEventsPayload'] = ResolversParentTypes['ExportEventsPayload']> = {
  expiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type FieldSourceResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['FieldSource'] = ResolversParentTypes['FieldSource']> = {
  bytes?: Resolver<Array<ResolversTypes['ByteRange']>, ParentType, ContextType>;
  field?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['FieldSourceKind'], ParentType, ContextType>;
  parser?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type FieldValueCountResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['FieldValueCount'] = ResolversParentTypes['FieldValueCount']> = {
  count?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type FileFindingsResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['FileFindings'] = ResolversParentTypes['FileFindings']> = {
  events?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  from?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  moreVerdicts?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  stats?: Resolver<ResolversTypes['QueryStats'], ParentType, ContextType>;
  to?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  verdicts?: Resolver<Array<ResolversTypes['FileVerdict']>, ParentType, ContextType>;
};

export type FileMemberResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['FileMember'] = ResolversParentTypes['FileMember']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  records?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
};

export type FileProblemResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['FileProblem'] = ResolversParentTypes['FileProblem']> = {
  member?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type FileVerdictResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['FileVerdict'] = ResolversParentTypes['FileVerdict']> = {
  attack?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  entities?: Resolver<Array<ResolversTypes['Entity']>, ParentType, ContextType>;
  events?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  first?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  last?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  level?: Resolver<ResolversTypes['Level'], ParentType, ContextType>;
  ruleId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  ruleTitle?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ForgetSearchPayloadResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['ForgetSearchPayload'] = ResolversParentTypes['ForgetSearchPayload']> = {
  forgottenId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ForgetViewPayloadResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['ForgetViewPayload'] = ResolversParentTypes['ForgetViewPayload']> = {
  forgottenId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type GraphResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['Graph'] = ResolversParentTypes['Graph']> = {
  alerts?: Resolver<Array<ResolversTypes['GraphAlert']>, ParentType, ContextType>;
  collections?: Resolver<Array<ResolversTypes['GraphCollection']>, ParentType, ContextType>;
  edges?: Resolver<Array<ResolversTypes['GraphEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['GraphNode']>, ParentType, ContextType>;
  stats?: Resolver<ResolversTypes['QueryStats'], ParentType, ContextType>;
  truncated?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type GraphAlertResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['GraphAlert'] = ResolversParentTypes['GraphAlert']> = {
  about?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  alert?: Resolver<ResolversTypes['Alert'], ParentType, ContextType>;
};

export type GraphCollectionResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['GraphCollection'] = ResolversParentTypes['GraphCollection']> = {
  count?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  entities?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['EntityKind'], ParentType, ContextType>;
  of?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  question?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  suspected?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
};

export type GraphEdgeResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['GraphEdge'] = ResolversParentTypes['GraphEdge']> = {
  count?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  failures?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  firstSeen?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  lastSeen?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  object?: Resolver<ResolversTypes['GraphEntity'], ParentType, ContextType>;
  subject?: Resolver<ResolversTypes['GraphEntity'], ParentType, ContextType>;
  suspected?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  verb?: Resolver<ResolversTypes['EdgeVerb'], ParentType, ContextType>;
};

export type GraphEntityResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['GraphEntity'] = ResolversParentTypes['GraphEntity']> = {
  kind?: Resolver<ResolversTypes['EntityKind'], ParentType, ContextType>;
  tenant?: Resolver<ResolversTypes['Tenant'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type GraphNodeResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['GraphNode'] = ResolversParentTypes['GraphNode']> = {
  detections?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  entity?: Resolver<ResolversTypes['GraphEntity'], ParentType, ContextType>;
  isSeed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  risk?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  title?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type GraphPathResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['GraphPath'] = ResolversParentTypes['GraphPath']> = {
  edges?: Resolver<Array<ResolversTypes['GraphEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['GraphNode']>, ParentType, ContextType>;
  paths?: Resolver<Array<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  stats?: Resolver<ResolversTypes['QueryStats'], ParentType, ContextType>;
  truncated?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type HistogramBucketResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['HistogramBucket'] = ResolversParentTypes['HistogramBucket']> = {
  count?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  failure?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  success?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  suspected?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  unknown?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
};

export type HistogramSeriesResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['HistogramSeries'] = ResolversParentTypes['HistogramSeries']> = {
  counts?: Resolver<Array<ResolversTypes['BigInt']>, ParentType, ContextType>;
  isRest?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type HitEntitiesResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['HitEntities'] = ResolversParentTypes['HitEntities']> = {
  distinct?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  values?: Resolver<Array<ResolversTypes['FieldValueCount']>, ParentType, ContextType>;
};

export type HitsByTenantResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['HitsByTenant'] = ResolversParentTypes['HitsByTenant']> = {
  rows?: Resolver<Array<ResolversTypes['TenantHits']>, ParentType, ContextType>;
  stats?: Resolver<ResolversTypes['QueryStats'], ParentType, ContextType>;
};

export type IngestTokenResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['IngestToken'] = ResolversParentTypes['IngestToken']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lastUsedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  prefix?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  revokedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  source?: Resolver<ResolversTypes['Source'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export interface JsonScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['JSON'], any> {
  name: 'JSON';
}

export type LineReadingResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['LineReading'] = ResolversParentTypes['LineReading']> = {
  fields?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  line?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  parser?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  time?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  took?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type LogSourcePartResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['LogSourcePart'] = ResolversParentTypes['LogSourcePart']> = {
  fits?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  key?: Resolver<ResolversTypes['LogSourceKey'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type MutationResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  annotateEvent?: Resolver<ResolversTypes['AnnotateEventPayload'], ParentType, ContextType, RequireFields<MutationAnnotateEventArgs, 'input'>>;
  changeNote?: Resolver<ResolversTypes['ChangeNotePayload'], ParentType, ContextType, RequireFields<MutationChangeNoteArgs, 'input'>>;
  changeSavedView?: Resolver<ResolversTypes['ChangeSavedViewPayload'], ParentType, ContextType, RequireFields<MutationChangeSavedViewArgs, 'input'>>;
  changeSource?: Resolver<ResolversTypes['ChangeSourcePayload'], ParentType, ContextType, RequireFields<MutationChangeSourceArgs, 'input'>>;
  changeTenant?: Resolver<ResolversTypes['ChangeTenantPayload'], ParentType, ContextType, RequireFields<MutationChangeTenantArgs, 'input'>>;
  closeAlert?: Resolver<ResolversTypes['CloseAlertPayload'], ParentType, ContextType, RequireFields<MutationCloseAlertArgs, 'input'>>;
  createIngestToken?: Resolver<ResolversTypes['CreateIngestTokenPayload'], ParentType, ContextType, RequireFields<MutationCreateIngestTokenArgs, 'input'>>;
  dropFile?: Resolver<ResolversTypes['DropFilePayload'], ParentType, ContextType, RequireFields<MutationDropFileArgs, 'input'>>;
  exportEvents?: Resolver<ResolversTypes['ExportEventsPayload'], ParentType, ContextType, RequireFields<MutationExportEventsArgs, 'input'>>;
  forgetSearch?: Resolver<ResolversTypes['ForgetSearchPayload'], ParentType, ContextType, RequireFields<MutationForgetSearchArgs, 'input'>>;
  forgetView?: Resolver<ResolversTypes['ForgetViewPayload'], ParentType, ContextType, RequireFields<MutationForgetViewArgs, 'input'>>;
  ping?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  removeAnnotation?: Resolver<ResolversTypes['RemoveAnnotationPayload'], ParentType, ContextType, RequireFields<MutationRemoveAnnotationArgs, 'input'>>;
  reopenAlert?: Resolver<ResolversTypes['ReopenAlertPayload'], ParentType, ContextType, RequireFields<MutationReopenAlertArgs, 'input'>>;
  retireParser?: Resolver<ResolversTypes['RetireParserPayload'], ParentType, ContextType, RequireFields<MutationRetireParserArgs, 'input'>>;
  revokeIngestToken?: Resolver<ResolversTypes['RevokeIngestTokenPayload'], ParentType, ContextType, RequireFields<MutationRevokeIngestTokenArgs, 'input'>>;
  saveParser?: Resolver<ResolversTypes['SaveParserPayload'], ParentType, ContextType, RequireFields<MutationSaveParserArgs, 'input'>>;
  saveSearch?: Resolver<ResolversTypes['SaveSearchPayload'], ParentType, ContextType, RequireFields<MutationSaveSearchArgs, 'input'>>;
  saveView?: Resolver<ResolversTypes['SaveViewPayload'], ParentType, ContextType, RequireFields<MutationSaveViewArgs, 'input'>>;
};

export type NodeResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['Node'] = ResolversParentTypes['Node']> = {
  __resolveType: TypeResolveFn<'Alert' | 'DroppedFile' | 'Event' | 'EventAnnotation' | 'IngestToken' | 'SavedSearch' | 'SavedView' | 'Source' | 'Tenant', ParentType, ContextType>;
};

export type PackagedParserResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['PackagedParser'] = ResolversParentTypes['PackagedParser']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  reads?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ParserResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['Parser'] = ResolversParentTypes['Parser']> = {
  definition?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  forAll?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  history?: Resolver<Array<ResolversTypes['ParserVersion']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  samples?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  savedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  savedBy?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ParserMistakeResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['ParserMistake'] = ResolversParentTypes['ParserMistake']> = {
  line?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ParserTestResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['ParserTest'] = ResolversParentTypes['ParserTest']> = {
  mistakes?: Resolver<Array<ResolversTypes['ParserMistake']>, ParentType, ContextType>;
  readings?: Resolver<Array<ResolversTypes['LineReading']>, ParentType, ContextType>;
};

export type ParserVersionResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['ParserVersion'] = ResolversParentTypes['ParserVersion']> = {
  definition?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  savedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  savedBy?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PersonResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['Person'] = ResolversParentTypes['Person']> = {
  email?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ProcessNodeResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['ProcessNode'] = ResolversParentTypes['ProcessNode']> = {
  commandLine?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  ended?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  entityId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  event?: Resolver<Maybe<ResolversTypes['Event']>, ParentType, ContextType>;
  executable?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  level?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  parent?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  pid?: Resolver<Maybe<ResolversTypes['BigInt']>, ParentType, ContextType>;
  started?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type ProcessTreeResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['ProcessTree'] = ResolversParentTypes['ProcessTree']> = {
  nodes?: Resolver<Array<ResolversTypes['ProcessNode']>, ParentType, ContextType>;
  stats?: Resolver<ResolversTypes['QueryStats'], ParentType, ContextType>;
  truncated?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  activityByTenant?: Resolver<ResolversTypes['ActivityByTenant'], ParentType, ContextType, Partial<QueryActivityByTenantArgs>>;
  alert?: Resolver<Maybe<ResolversTypes['Alert']>, ParentType, ContextType, RequireFields<QueryAlertArgs, 'id'>>;
  alertFacets?: Resolver<ResolversTypes['AlertFacets'], ParentType, ContextType, RequireFields<QueryAlertFacetsArgs, 'first'>>;
  alertGroups?: Resolver<ResolversTypes['AlertGroups'], ParentType, ContextType, RequireFields<QueryAlertGroupsArgs, 'by' | 'first'>>;
  alertHistogram?: Resolver<ResolversTypes['AlertHistogram'], ParentType, ContextType, RequireFields<QueryAlertHistogramArgs, 'buckets'>>;
  alerts?: Resolver<ResolversTypes['AlertConnection'], ParentType, ContextType, RequireFields<QueryAlertsArgs, 'first'>>;
  annotations?: Resolver<ResolversTypes['EventAnnotationConnection'], ParentType, ContextType, RequireFields<QueryAnnotationsArgs, 'first' | 'range'>>;
  completeSearch?: Resolver<ResolversTypes['SearchCompletion'], ParentType, ContextType, RequireFields<QueryCompleteSearchArgs, 'cursor' | 'text'>>;
  droppedFile?: Resolver<Maybe<ResolversTypes['DroppedFile']>, ParentType, ContextType, RequireFields<QueryDroppedFileArgs, 'id'>>;
  droppedFiles?: Resolver<Array<ResolversTypes['DroppedFile']>, ParentType, ContextType, RequireFields<QueryDroppedFilesArgs, 'first' | 'tenant'>>;
  edgeEvents?: Resolver<ResolversTypes['EventConnection'], ParentType, ContextType, RequireFields<QueryEdgeEventsArgs, 'edge' | 'first' | 'range'>>;
  entity?: Resolver<ResolversTypes['EntityProfile'], ParentType, ContextType, RequireFields<QueryEntityArgs, 'kind' | 'range' | 'tenant' | 'value'>>;
  entityQuestions?: Resolver<ResolversTypes['EntityQuestions'], ParentType, ContextType, RequireFields<QueryEntityQuestionsArgs, 'entity' | 'range'>>;
  event?: Resolver<Maybe<ResolversTypes['Event']>, ParentType, ContextType, RequireFields<QueryEventArgs, 'id'>>;
  eventFacets?: Resolver<Array<ResolversTypes['EventFacet']>, ParentType, ContextType, RequireFields<QueryEventFacetsArgs, 'fields' | 'filter' | 'first'>>;
  eventHistogram?: Resolver<ResolversTypes['EventHistogram'], ParentType, ContextType, RequireFields<QueryEventHistogramArgs, 'buckets' | 'filter' | 'limit'>>;
  eventOrigins?: Resolver<Maybe<ResolversTypes['EventOrigins']>, ParentType, ContextType, RequireFields<QueryEventOriginsArgs, 'id'>>;
  events?: Resolver<ResolversTypes['EventConnection'], ParentType, ContextType, RequireFields<QueryEventsArgs, 'filter' | 'first' | 'order'>>;
  expandEntity?: Resolver<ResolversTypes['EntityExpansion'], ParentType, ContextType, RequireFields<QueryExpandEntityArgs, 'entity' | 'first' | 'question' | 'range'>>;
  explainSearch?: Resolver<ResolversTypes['SearchExplanation'], ParentType, ContextType, RequireFields<QueryExplainSearchArgs, 'query'>>;
  fieldValues?: Resolver<Array<ResolversTypes['FieldValueCount']>, ParentType, ContextType, RequireFields<QueryFieldValuesArgs, 'field' | 'filter' | 'first'>>;
  graph?: Resolver<ResolversTypes['Graph'], ParentType, ContextType, RequireFields<QueryGraphArgs, 'range' | 'seed'>>;
  hitsByTenant?: Resolver<ResolversTypes['HitsByTenant'], ParentType, ContextType, RequireFields<QueryHitsByTenantArgs, 'filter' | 'first'>>;
  node?: Resolver<Maybe<ResolversTypes['Node']>, ParentType, ContextType, RequireFields<QueryNodeArgs, 'id'>>;
  nodes?: Resolver<Array<Maybe<ResolversTypes['Node']>>, ParentType, ContextType, RequireFields<QueryNodesArgs, 'ids'>>;
  packagedParsers?: Resolver<Array<ResolversTypes['PackagedParser']>, ParentType, ContextType>;
  parsers?: Resolver<Array<ResolversTypes['Parser']>, ParentType, ContextType, RequireFields<QueryParsersArgs, 'tenant'>>;
  path?: Resolver<ResolversTypes['GraphPath'], ParentType, ContextType, RequireFields<QueryPathArgs, 'from' | 'maxSteps' | 'range' | 'to'>>;
  patterns?: Resolver<Array<ResolversTypes['EventPattern']>, ParentType, ContextType, RequireFields<QueryPatternsArgs, 'filter' | 'first'>>;
  processTree?: Resolver<Maybe<ResolversTypes['ProcessTree']>, ParentType, ContextType, RequireFields<QueryProcessTreeArgs, 'down' | 'event' | 'first' | 'up'>>;
  relatedEvents?: Resolver<Maybe<ResolversTypes['RelatedEvents']>, ParentType, ContextType, RequireFields<QueryRelatedEventsArgs, 'alert' | 'first'>>;
  ruleExplanation?: Resolver<Maybe<ResolversTypes['RuleExplanation']>, ParentType, ContextType, RequireFields<QueryRuleExplanationArgs, 'eventId' | 'ruleId'>>;
  rulesForEvent?: Resolver<Maybe<ResolversTypes['RulesForEvent']>, ParentType, ContextType, RequireFields<QueryRulesForEventArgs, 'first' | 'id' | 'text'>>;
  savedSearches?: Resolver<Array<ResolversTypes['SavedSearch']>, ParentType, ContextType, Partial<QuerySavedSearchesArgs>>;
  savedViews?: Resolver<Array<ResolversTypes['SavedView']>, ParentType, ContextType, RequireFields<QuerySavedViewsArgs, 'kind'>>;
  stats?: Resolver<ResolversTypes['Stats'], ParentType, ContextType, RequireFields<QueryStatsArgs, 'filter' | 'first'>>;
  surroundingEvents?: Resolver<Maybe<ResolversTypes['SurroundingEvents']>, ParentType, ContextType, RequireFields<QuerySurroundingEventsArgs, 'after' | 'before' | 'id' | 'same'>>;
  tenant?: Resolver<Maybe<ResolversTypes['Tenant']>, ParentType, ContextType, RequireFields<QueryTenantArgs, 'slug'>>;
  tenants?: Resolver<Array<ResolversTypes['Tenant']>, ParentType, ContextType>;
  testParser?: Resolver<ResolversTypes['ParserTest'], ParentType, ContextType, RequireFields<QueryTestParserArgs, 'definition' | 'lines' | 'tenant'>>;
  timeline?: Resolver<Maybe<ResolversTypes['Timeline']>, ParentType, ContextType, RequireFields<QueryTimelineArgs, 'first' | 'lanes' | 'pixels' | 'seed'>>;
  topRules?: Resolver<ResolversTypes['TopRules'], ParentType, ContextType, RequireFields<QueryTopRulesArgs, 'first' | 'range'>>;
  viewer?: Resolver<Maybe<ResolversTypes['Viewer']>, ParentType, ContextType>;
};

export type QueryStatsResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['QueryStats'] = ResolversParentTypes['QueryStats']> = {
  bytesRead?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  elapsedMs?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  rowsRead?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
};

export type RareEdgeResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['RareEdge'] = ResolversParentTypes['RareEdge']> = {
  edge?: Resolver<ResolversTypes['GraphEdge'], ParentType, ContextType>;
  isNew?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type RelatedEventResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['RelatedEvent'] = ResolversParentTypes['RelatedEvent']> = {
  event?: Resolver<ResolversTypes['Event'], ParentType, ContextType>;
  reasons?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  score?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type RelatedEventsResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['RelatedEvents'] = ResolversParentTypes['RelatedEvents']> = {
  events?: Resolver<Array<ResolversTypes['RelatedEvent']>, ParentType, ContextType>;
  from?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  stats?: Resolver<ResolversTypes['QueryStats'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type RemoveAnnotationPayloadResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['RemoveAnnotationPayload'] = ResolversParentTypes['RemoveAnnotationPayload']> = {
  removedId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ReopenAlertPayloadResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['ReopenAlertPayload'] = ResolversParentTypes['ReopenAlertPayload']> = {
  alert?: Resolver<Maybe<ResolversTypes['Alert']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type RetireParserPayloadResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['RetireParserPayload'] = ResolversParentTypes['RetireParserPayload']> = {
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type RevokeIngestTokenPayloadResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['RevokeIngestTokenPayload'] = ResolversParentTypes['RevokeIngestTokenPayload']> = {
  ingestToken?: Resolver<Maybe<ResolversTypes['IngestToken']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type RuleExplanationResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['RuleExplanation'] = ResolversParentTypes['RuleExplanation']> = {
  knownAs?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  logSource?: Resolver<Array<ResolversTypes['LogSourcePart']>, ParentType, ContextType>;
  matches?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  rows?: Resolver<Array<ResolversTypes['ConditionRow']>, ParentType, ContextType>;
  rowsLeft?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  rule?: Resolver<ResolversTypes['RuleForEvent'], ParentType, ContextType>;
};

export type RuleForEventResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['RuleForEvent'] = ResolversParentTypes['RuleForEvent']> = {
  attack?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  fired?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  fits?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  level?: Resolver<ResolversTypes['Level'], ParentType, ContextType>;
  mode?: Resolver<ResolversTypes['RuleMode'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  ruleId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type RuleHitsResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['RuleHits'] = ResolversParentTypes['RuleHits']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  level?: Resolver<ResolversTypes['Level'], ParentType, ContextType>;
  ruleId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  ruleTitle?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type RulesForEventResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['RulesForEvent'] = ResolversParentTypes['RulesForEvent']> = {
  rules?: Resolver<Array<ResolversTypes['RuleForEvent']>, ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SaveParserPayloadResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['SaveParserPayload'] = ResolversParentTypes['SaveParserPayload']> = {
  parser?: Resolver<Maybe<ResolversTypes['Parser']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type SaveSearchPayloadResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['SaveSearchPayload'] = ResolversParentTypes['SaveSearchPayload']> = {
  savedSearch?: Resolver<Maybe<ResolversTypes['SavedSearch']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type SaveViewPayloadResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['SaveViewPayload'] = ResolversParentTypes['SaveViewPayload']> = {
  savedView?: Resolver<Maybe<ResolversTypes['SavedView']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type SavedPlaceResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['SavedPlace'] = ResolversParentTypes['SavedPlace']> = {
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  x?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  y?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type SavedSearchResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['SavedSearch'] = ResolversParentTypes['SavedSearch']> = {
  columns?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  query?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  range?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  savedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  savedBy?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType>;
  tenant?: Resolver<ResolversTypes['Tenant'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SavedViewResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['SavedView'] = ResolversParentTypes['SavedView']> = {
  address?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  canChange?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isMine?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  isShared?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['SavedViewKind'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  places?: Resolver<Array<ResolversTypes['SavedPlace']>, ParentType, ContextType>;
  savedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  savedBy?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType>;
  tenant?: Resolver<ResolversTypes['Tenant'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SearchCompletionResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['SearchCompletion'] = ResolversParentTypes['SearchCompletion']> = {
  from?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  suggestions?: Resolver<Array<ResolversTypes['SearchSuggestion']>, ParentType, ContextType>;
  to?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  valuesOf?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type SearchExplanationResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['SearchExplanation'] = ResolversParentTypes['SearchExplanation']> = {
  narrowed?: Resolver<Array<ResolversTypes['SearchFinding']>, ParentType, ContextType>;
  notes?: Resolver<Array<ResolversTypes['SearchNote']>, ParentType, ContextType>;
  reads?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  scans?: Resolver<ResolversTypes['SearchScan'], ParentType, ContextType>;
  slow?: Resolver<Array<ResolversTypes['SearchFinding']>, ParentType, ContextType>;
};

export type SearchFindingResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['SearchFinding'] = ResolversParentTypes['SearchFinding']> = {
  condition?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  hint?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  why?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type SearchNoteResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['SearchNote'] = ResolversParentTypes['SearchNote']> = {
  from?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  hint?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SearchSuggestionResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['SearchSuggestion'] = ResolversParentTypes['SearchSuggestion']> = {
  kind?: Resolver<ResolversTypes['SuggestionKind'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type SourceResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['Source'] = ResolversParentTypes['Source']> = {
  defaults?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  format?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  retentionDays?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  site?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  syslogPort?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  uuid?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  year?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  zone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SourceActivityResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['SourceActivity'] = ResolversParentTypes['SourceActivity']> = {
  events?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  hours?: Resolver<Array<ResolversTypes['BigInt']>, ParentType, ContextType>;
  lastSeen?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  search?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['Source'], ParentType, ContextType>;
  standing?: Resolver<ResolversTypes['ActivityStanding'], ParentType, ContextType>;
  usual?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type StatsResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['Stats'] = ResolversParentTypes['Stats']> = {
  columns?: Resolver<Array<ResolversTypes['StatsColumn']>, ParentType, ContextType>;
  interval?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  rows?: Resolver<Array<ResolversTypes['JSON']>, ParentType, ContextType>;
  stats?: Resolver<ResolversTypes['QueryStats'], ParentType, ContextType>;
  truncated?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type StatsColumnResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['StatsColumn'] = ResolversParentTypes['StatsColumn']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['StatsColumnType'], ParentType, ContextType>;
};

export type SubscriptionResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  alertRaised?: SubscriptionResolver<ResolversTypes['Alert'], "alertRaised", ParentType, ContextType, Partial<SubscriptionAlertRaisedArgs>>;
  eventsArriving?: SubscriptionResolver<ResolversTypes['Arrivals'], "eventsArriving", ParentType, ContextType, Partial<SubscriptionEventsArrivingArgs>>;
  heartbeat?: SubscriptionResolver<ResolversTypes['DateTime'], "heartbeat", ParentType, ContextType>;
};

export type SurroundingEventsResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['SurroundingEvents'] = ResolversParentTypes['SurroundingEvents']> = {
  after?: Resolver<Array<ResolversTypes['Event']>, ParentType, ContextType>;
  before?: Resolver<Array<ResolversTypes['Event']>, ParentType, ContextType>;
  stats?: Resolver<ResolversTypes['QueryStats'], ParentType, ContextType>;
};

export type TenantResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['Tenant'] = ResolversParentTypes['Tenant']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  hue?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  ingestTokens?: Resolver<Array<ResolversTypes['IngestToken']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  openAlerts?: Resolver<Array<ResolversTypes['AlertLevelCount']>, ParentType, ContextType>;
  retentionDays?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  role?: Resolver<ResolversTypes['Role'], ParentType, ContextType>;
  slug?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  sources?: Resolver<Array<ResolversTypes['Source']>, ParentType, ContextType>;
  uuid?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TenantActivityResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['TenantActivity'] = ResolversParentTypes['TenantActivity']> = {
  events?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  hours?: Resolver<Array<ResolversTypes['BigInt']>, ParentType, ContextType>;
  lastSeen?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  sources?: Resolver<Array<ResolversTypes['SourceActivity']>, ParentType, ContextType>;
  standing?: Resolver<ResolversTypes['ActivityStanding'], ParentType, ContextType>;
  tenant?: Resolver<ResolversTypes['Tenant'], ParentType, ContextType>;
  usual?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type TenantHitsResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['TenantHits'] = ResolversParentTypes['TenantHits']> = {
  addresses?: Resolver<ResolversTypes['HitEntities'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  firstSeen?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  hosts?: Resolver<ResolversTypes['HitEntities'], ParentType, ContextType>;
  lastSeen?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  tenant?: Resolver<ResolversTypes['Tenant'], ParentType, ContextType>;
  users?: Resolver<ResolversTypes['HitEntities'], ParentType, ContextType>;
};

export type TimelineResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['Timeline'] = ResolversParentTypes['Timeline']> = {
  detail?: Resolver<ResolversTypes['TimelineDetail'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  gaps?: Resolver<Array<ResolversTypes['TimelineGap']>, ParentType, ContextType>;
  interval?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  lanes?: Resolver<Array<ResolversTypes['TimelineLane']>, ParentType, ContextType>;
  marks?: Resolver<Array<ResolversTypes['TimelineMark']>, ParentType, ContextType>;
  moreMarks?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  stats?: Resolver<ResolversTypes['QueryStats'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
};

export type TimelineBucketResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['TimelineBucket'] = ResolversParentTypes['TimelineBucket']> = {
  count?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  severity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  suspected?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type TimelineGapResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['TimelineGap'] = ResolversParentTypes['TimelineGap']> = {
  from?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes['Source']>, ParentType, ContextType>;
  tenant?: Resolver<ResolversTypes['Tenant'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type TimelineLaneResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['TimelineLane'] = ResolversParentTypes['TimelineLane']> = {
  buckets?: Resolver<Array<ResolversTypes['TimelineBucket']>, ParentType, ContextType>;
  count?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  events?: Resolver<Array<ResolversTypes['Event']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  severity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  site?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes['Source']>, ParentType, ContextType>;
  suspected?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  tenant?: Resolver<Maybe<ResolversTypes['Tenant']>, ParentType, ContextType>;
};

export type TimelineMarkResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['TimelineMark'] = ResolversParentTypes['TimelineMark']> = {
  alert?: Resolver<Maybe<ResolversTypes['Alert']>, ParentType, ContextType>;
  count?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  entity?: Resolver<ResolversTypes['Entity'], ParentType, ContextType>;
  event?: Resolver<Maybe<ResolversTypes['Event']>, ParentType, ContextType>;
  from?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  lane?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  level?: Resolver<ResolversTypes['Level'], ParentType, ContextType>;
  ruleId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  ruleTitle?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  tenant?: Resolver<ResolversTypes['Tenant'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type TopRuleResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['TopRule'] = ResolversParentTypes['TopRule']> = {
  events?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  level?: Resolver<ResolversTypes['Level'], ParentType, ContextType>;
  ruleId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  ruleTitle?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  shadow?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type TopRulesResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['TopRules'] = ResolversParentTypes['TopRules']> = {
  rows?: Resolver<Array<ResolversTypes['TopRule']>, ParentType, ContextType>;
  stats?: Resolver<ResolversTypes['QueryStats'], ParentType, ContextType>;
};

export type UserErrorResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  from?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  hint?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  to?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type ViewerResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['Viewer'] = ResolversParentTypes['Viewer']> = {
  apiToken?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  manyTenants?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  organization?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  person?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType>;
  tenants?: Resolver<Array<ResolversTypes['Tenant']>, ParentType, ContextType>;
};

export type WantedValueResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['WantedValue'] = ResolversParentTypes['WantedValue']> = {
  holds?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type Resolvers<ContextType = GraphqlContext> = {
  ActivityByTenant?: ActivityByTenantResolvers<ContextType>;
  Alert?: AlertResolvers<ContextType>;
  AlertBucket?: AlertBucketResolvers<ContextType>;
  AlertConnection?: AlertConnectionResolvers<ContextType>;
  AlertEdge?: AlertEdgeResolvers<ContextType>;
  AlertFacetValue?: AlertFacetValueResolvers<ContextType>;
  AlertFacets?: AlertFacetsResolvers<ContextType>;
  AlertGroup?: AlertGroupResolvers<ContextType>;
  AlertGroups?: AlertGroupsResolvers<ContextType>;
  AlertHistogram?: AlertHistogramResolvers<ContextType>;
  AlertLevelCount?: AlertLevelCountResolvers<ContextType>;
  AnnotateEventPayload?: AnnotateEventPayloadResolvers<ContextType>;
  Arrivals?: ArrivalsResolvers<ContextType>;
  BigInt?: GraphQLScalarType;
  ByteRange?: ByteRangeResolvers<ContextType>;
  ChangeNotePayload?: ChangeNotePayloadResolvers<ContextType>;
  ChangeSavedViewPayload?: ChangeSavedViewPayloadResolvers<ContextType>;
  ChangeSourcePayload?: ChangeSourcePayloadResolvers<ContextType>;
  ChangeTenantPayload?: ChangeTenantPayloadResolvers<ContextType>;
  CloseAlertPayload?: CloseAlertPayloadResolvers<ContextType>;
  ConditionRow?: ConditionRowResolvers<ContextType>;
  CreateIngestTokenPayload?: CreateIngestTokenPayloadResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  Detection?: DetectionResolvers<ContextType>;
  DropFilePayload?: DropFilePayloadResolvers<ContextType>;
  DroppedFile?: DroppedFileResolvers<ContextType>;
  Entity?: EntityResolvers<ContextType>;
  EntityExpansion?: EntityExpansionResolvers<ContextType>;
  EntityPeer?: EntityPeerResolvers<ContextType>;
  EntityPrevalence?: EntityPrevalenceResolvers<ContextType>;
  EntityProfile?: EntityProfileResolvers<ContextType>;
  EntityQuestion?: EntityQuestionResolvers<ContextType>;
  EntityQuestions?: EntityQuestionsResolvers<ContextType>;
  Event?: EventResolvers<ContextType>;
  EventAnnotation?: EventAnnotationResolvers<ContextType>;
  EventAnnotationConnection?: EventAnnotationConnectionResolvers<ContextType>;
  EventAnnotationEdge?: EventAnnotationEdgeResolvers<ContextType>;
  EventConnection?: EventConnectionResolvers<ContextType>;
  EventEdge?: EventEdgeResolvers<ContextType>;
  EventFacet?: EventFacetResolvers<ContextType>;
  EventHistogram?: EventHistogramResolvers<ContextType>;
  EventOrigins?: EventOriginsResolvers<ContextType>;
  EventPattern?: EventPatternResolvers<ContextType>;
  ExportEventsPayload?: ExportEventsPayloadResolvers<ContextType>;
  FieldSource?: FieldSourceResolvers<ContextType>;
  FieldValueCount?: FieldValueCountResolvers<ContextType>;
  FileFindings?: FileFindingsResolvers<ContextType>;
  FileMember?: FileMemberResolvers<ContextType>;
  FileProblem?: FileProblemResolvers<ContextType>;
  FileVerdict?: FileVerdictResolvers<ContextType>;
  ForgetSearchPayload?: ForgetSearchPayloadResolvers<ContextType>;
  ForgetViewPayload?: ForgetViewPayloadResolvers<ContextType>;
  Graph?: GraphResolvers<ContextType>;
  GraphAlert?: GraphAlertResolvers<ContextType>;
  GraphCollection?: GraphCollectionResolvers<ContextType>;
  GraphEdge?: GraphEdgeResolvers<ContextType>;
  GraphEntity?: GraphEntityResolvers<ContextType>;
  GraphNode?: GraphNodeResolvers<ContextType>;
  GraphPath?: GraphPathResolvers<ContextType>;
  HistogramBucket?: HistogramBucketResolvers<ContextType>;
  HistogramSeries?: HistogramSeriesResolvers<ContextType>;
  HitEntities?: HitEntitiesResolvers<ContextType>;
  HitsByTenant?: HitsByTenantResolvers<ContextType>;
  IngestToken?: IngestTokenResolvers<ContextType>;
  JSON?: GraphQLScalarType;
  LineReading?: LineReadingResolvers<ContextType>;
  LogSourcePart?: LogSourcePartResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Node?: NodeResolvers<ContextType>;
  PackagedParser?: PackagedParserResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Parser?: ParserResolvers<ContextType>;
  ParserMistake?: ParserMistakeResolvers<ContextType>;
  ParserTest?: ParserTestResolvers<ContextType>;
  ParserVersion?: ParserVersionResolvers<ContextType>;
  Person?: PersonResolvers<ContextType>;
  ProcessNode?: ProcessNodeResolvers<ContextType>;
  ProcessTree?: ProcessTreeResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  QueryStats?: QueryStatsResolvers<ContextType>;
  RareEdge?: RareEdgeResolvers<ContextType>;
  RelatedEvent?: RelatedEventResolvers<ContextType>;
  RelatedEvents?: RelatedEventsResolvers<ContextType>;
  RemoveAnnotationPayload?: RemoveAnnotationPayloadResolvers<ContextType>;
  ReopenAlertPayload?: ReopenAlertPayloadResolvers<ContextType>;
  RetireParserPayload?: RetireParserPayloadResolvers<ContextType>;
  RevokeIngestTokenPayload?: RevokeIngestTokenPayloadResolvers<ContextType>;
  RuleExplanation?: RuleExplanationResolvers<ContextType>;
  RuleForEvent?: RuleForEventResolvers<ContextType>;
  RuleHits?: RuleHitsResolvers<ContextType>;
  RulesForEvent?: RulesForEventResolvers<ContextType>;
  SaveParserPayload?: SaveParserPayloadResolvers<ContextType>;
  SaveSearchPayload?: SaveSearchPayloadResolvers<ContextType>;
  SaveViewPayload?: SaveViewPayloadResolvers<ContextType>;
  SavedPlace?: SavedPlaceResolvers<ContextType>;
  SavedSearch?: SavedSearchResolvers<ContextType>;
  SavedView?: SavedViewResolvers<ContextType>;
  SearchCompletion?: SearchCompletionResolvers<ContextType>;
  SearchExplanation?: SearchExplanationResolvers<ContextType>;
  SearchFinding?: SearchFindingResolvers<ContextType>;
  SearchNote?: SearchNoteResolvers<ContextType>;
  SearchSuggestion?: SearchSuggestionResolvers<ContextType>;
  Source?: SourceResolvers<ContextType>;
  SourceActivity?: SourceActivityResolvers<ContextType>;
  Stats?: StatsResolvers<ContextType>;
  StatsColumn?: StatsColumnResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  SurroundingEvents?: SurroundingEventsResolvers<ContextType>;
  Tenant?: TenantResolvers<ContextType>;
  TenantActivity?: TenantActivityResolvers<ContextType>;
  TenantHits?: TenantHitsResolvers<ContextType>;
  Timeline?: TimelineResolvers<ContextType>;
  TimelineBucket?: TimelineBucketResolvers<ContextType>;
  TimelineGap?: TimelineGapResolvers<ContextType>;
  TimelineLane?: TimelineLaneResolvers<ContextType>;
  TimelineMark?: TimelineMarkResolvers<ContextType>;
  TopRule?: TopRuleResolvers<ContextType>;
  TopRules?: TopRulesResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
  Viewer?: ViewerResolvers<ContextType>;
  WantedValue?: WantedValueResolvers<ContextType>;
};

