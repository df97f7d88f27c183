import { z } from 'zod'
import type { PlainDate } from '../dates.ts'
import type { CodeEntry, CodeList } from './code-list.ts'

export interface NationalityEntry extends CodeEntry {
  /** First day the state existed, where the official list gives one. */
  readonly validFrom?: PlainDate
  /** First day it no longer existed (half-open). */
  readonly validTo?: PlainDate
}

/** A code of the official list: three digits. The list can be replaced by import, so the schema knows the form only. */
export const NationalityCode = z
  .string({ error: 'Wählen Sie eine Staatsangehörigkeit.' })
  .regex(/^\d{3}$/, { error: 'Wählen Sie eine Staatsangehörigkeit.' })
  .meta({ id: 'NationalityCode', description: 'Destatis key of the nationality, three digits.' })

/**
 * What is offered until the operator imports the official list: the frequent codes, all of the EU-27 and the
 * historical ones. Checked against a public copy of edition 2021-02-19; not the whole list.
 */
export const NATIONALITIES: CodeList<NationalityEntry> = {
  id: 'Nationality',
  title: 'Staatsangehörigkeit',
  source:
    'Destatis, urn:de:bund:destatis:bevoelkerungsstatistik:schluessel:staatsangehoerigkeit (XRepository)',
  version: '2021-02-19',
  incomplete: true,
  entries: [
    { code: '000', label: 'Deutschland' },
    { code: '120', label: 'Jugoslawien', historical: true },
    { code: '121', label: 'Albanien' },
    { code: '122', label: 'Bosnien und Herzegowina' },
    { code: '124', label: 'Belgien' },
    { code: '125', label: 'Bulgarien' },
    { code: '126', label: 'Dänemark' },
    { code: '127', label: 'Estland' },
    { code: '128', label: 'Finnland' },
    { code: '129', label: 'Frankreich' },
    { code: '130', label: 'Kroatien' },
    { code: '131', label: 'Slowenien' },
    { code: '132', label: 'Serbien und Montenegro', historical: true },
    { code: '133', label: 'Serbien (einschließlich Kosovo)', historical: true },
    { code: '134', label: 'Griechenland' },
    { code: '135', label: 'Irland' },
    { code: '137', label: 'Italien' },
    { code: '138', label: 'Jugoslawien, Bundesrepublik', historical: true },
    { code: '139', label: 'Lettland' },
    { code: '140', label: 'Montenegro' },
    { code: '142', label: 'Litauen' },
    { code: '143', label: 'Luxemburg' },
    { code: '144', label: 'Nordmazedonien' },
    { code: '145', label: 'Malta' },
    { code: '146', label: 'Moldau' },
    { code: '148', label: 'Niederlande' },
    { code: '150', label: 'Kosovo' },
    { code: '151', label: 'Österreich' },
    { code: '152', label: 'Polen' },
    { code: '153', label: 'Portugal' },
    { code: '154', label: 'Rumänien' },
    { code: '155', label: 'Slowakei' },
    { code: '157', label: 'Schweden' },
    { code: '159', label: 'Sowjetunion', historical: true },
    { code: '160', label: 'Russische Föderation' },
    { code: '161', label: 'Spanien' },
    { code: '162', label: 'Tschechoslowakei', historical: true },
    { code: '163', label: 'Türkei' },
    { code: '164', label: 'Tschechien' },
    { code: '165', label: 'Ungarn' },
    { code: '166', label: 'Ukraine' },
    { code: '170', label: 'Serbien' },
    { code: '181', label: 'Zypern' },
    { code: '221', label: 'Algerien' },
    { code: '224', label: 'Eritrea' },
    { code: '225', label: 'Äthiopien' },
    { code: '232', label: 'Nigeria' },
    { code: '238', label: 'Ghana' },
    { code: '246', label: 'Kongo, Demokratische Republik' },
    { code: '252', label: 'Marokko' },
    { code: '261', label: 'Guinea' },
    { code: '262', label: 'Kamerun' },
    { code: '272', label: 'Sierra Leone' },
    { code: '273', label: 'Somalia' },
    { code: '276', label: 'Sudan (einschließlich Südsudan)', historical: true },
    { code: '277', label: 'Sudan' },
    { code: '285', label: 'Tunesien' },
    { code: '287', label: 'Ägypten' },
    { code: '327', label: 'Brasilien' },
    { code: '422', label: 'Armenien' },
    { code: '423', label: 'Afghanistan' },
    { code: '425', label: 'Aserbaidschan' },
    { code: '430', label: 'Georgien' },
    { code: '431', label: 'Sri Lanka' },
    { code: '432', label: 'Vietnam' },
    { code: '436', label: 'Indien' },
    { code: '438', label: 'Irak' },
    { code: '439', label: 'Iran' },
    { code: '444', label: 'Kasachstan' },
    { code: '445', label: 'Jordanien' },
    { code: '451', label: 'Libanon' },
    { code: '458', label: 'Nepal' },
    { code: '459', label: 'Palästinensische Gebiete' },
    { code: '460', label: 'Bangladesch' },
    { code: '461', label: 'Pakistan' },
    { code: '470', label: 'Tadschikistan' },
    { code: '475', label: 'Syrien' },
    { code: '476', label: 'Thailand' },
    { code: '479', label: 'China' },
    { code: '997', label: 'staatenlos' },
    { code: '998', label: 'ungeklärt' },
    { code: '999', label: 'ohne Angabe' },
  ],
}
