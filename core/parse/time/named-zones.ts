/**
 * Abbreviations that mean one zone wherever they are in use, in minutes east of UTC. Those that mean several are left
 * out on purpose: AMT, AST, BST, CST, ECT, GST, IST, LMT, SST.
 */
export const NAMED_ZONES: ReadonlyMap<string, number> = new Map(
  Object.entries({
    ...{ Z: 0, UTC: 0, GMT: 0, UT: 0, UCT: 0, WET: 0, WEST: 60, CET: 60, CEST: 120, MET: 60, MEST: 120 },
    ...{ MEZ: 60, MESZ: 120, EET: 120, EEST: 180, MSK: 180, MSD: 240, TRT: 180 },
    ...{ SAMT: 240, YEKT: 300, OMST: 360, NOVT: 420, KRAT: 420, IRKT: 480, YAKT: 540, VLAT: 600, MAGT: 660 },
    ...{ WAT: 60, CAT: 120, SAST: 120, EAT: 180, IDT: 180, IRST: 210, IRDT: 270, AFT: 270, PKT: 300 },
    ...{ UZT: 300, NPT: 345, BTT: 360, MMT: 390, ICT: 420, WIB: 420, WITA: 480, WIT: 540 },
    ...{ HKT: 480, SGT: 480, MYT: 480, PHT: 480, AWST: 480, AWDT: 540, JST: 540, KST: 540 },
    ...{ ACST: 570, ACDT: 630, AEST: 600, AEDT: 660, NZST: 720, NZDT: 780, CHST: 600, FJT: 720, TOT: 780 },
    ...{ NST: -210, NDT: -150, ADT: -180, EST: -300, EDT: -240, CDT: -300, MST: -420, MDT: -360 },
    ...{ PST: -480, PDT: -420, AKST: -540, AKDT: -480, HST: -600, HDT: -540 },
    ...{
      BRT: -180,
      BRST: -120,
      ART: -180,
      CLT: -240,
      CLST: -180,
      COT: -300,
      PET: -300,
      VET: -240,
      UYT: -180,
    },
  }),
)

/** Abbreviations of zones that need the source to say which is meant. */
const AMBIGUOUS: ReadonlySet<string> = new Set([
  ...['AMT', 'AST', 'BST', 'CST', 'ECT', 'GST', 'IST', 'LMT', 'SST'],
])

/** Whether a word is written where a zone stands, known or not. */
export const isZoneName = (word: string): boolean => NAMED_ZONES.has(word) || AMBIGUOUS.has(word)
