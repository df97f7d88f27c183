import type { TenancyOverview } from '../../contract/overview.ts'

/** Looks names up by id (or AGS, or key) in the overview. */
export interface Names {
  municipality: (id: string | null) => string | undefined
  municipalityByAgs: (ags: string) => string
  region: (id: string | null) => string | undefined
  organisation: (id: string | null) => string | undefined
  organisationByKey: (key: string) => string
  unit: (id: string | null) => string | undefined
}

export function namesOf(district: TenancyOverview): Names {
  const by = <Row>(rows: readonly Row[], key: (row: Row) => string, name: (row: Row) => string) => {
    const map = new Map(rows.map((row) => [key(row), name(row)]))
    return (id: string | null) => (id === null ? undefined : map.get(id))
  }
  const byAgs = by(
    district.municipalities,
    (row) => row.ags,
    (row) => row.name,
  )
  const byKey = by(
    district.organisations,
    (row) => row.key,
    (row) => row.name,
  )
  return {
    municipality: by(
      district.municipalities,
      (row) => row.id,
      (row) => row.name,
    ),
    municipalityByAgs: (ags) => byAgs(ags) ?? ags,
    region: by(
      district.regions,
      (row) => row.id,
      (row) => row.label,
    ),
    organisation: by(
      district.organisations,
      (row) => row.id,
      (row) => row.name,
    ),
    organisationByKey: (key) => byKey(key) ?? key,
    unit: by(
      district.organisations.flatMap((row) => row.units),
      (row) => row.id,
      (row) => row.label,
    ),
  }
}
