/** What the events of a lane of a timeline share. */
export type LaneKind = 'host' | 'user' | 'category' | 'tenant' | 'source'

const ODD = 'odd[{lane_field:String}][1]'

/** An event is of one lane: of several values the first counts. Empty where it has none. */
export const LANE: Readonly<Record<LaneKind, string>> = {
  host: `if(host_name != '', toString(host_name), ${ODD})`,
  user: `if(user_name != '', toString(user_name), ${ODD})`,
  category: `if(notEmpty(event_category), toString(event_category[1]), ${ODD})`,
  tenant: 'toString(tenant_id)',
  source: 'toString(source_id)',
}

export const LANE_FIELD: Readonly<Record<LaneKind, Readonly<Record<string, string>>>> = {
  host: { lane_field: 'host.name' },
  user: { lane_field: 'user.name' },
  category: { lane_field: 'event.category' },
  tenant: {},
  source: {},
}
