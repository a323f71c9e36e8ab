import { DAY, type World } from './world';

/** Use classes, largest connected area in square metres and tenures; invented, as everything here is. */
type Profile = readonly [useClasses: readonly string[], largestAreaSqm: number | null, tenures: readonly string[]];

/**
 * "Flächenprofile" by municipality. Against the need of the enquiries of the demonstration some fit, some fit in part (the class but not
 * the size, the size but not the tenure), and whoever is not named has said nothing.
 */
const PROFILES: Readonly<Record<string, Profile>> = {
  dietzenbach: [['GE', 'GI'], 18_000, ['BUY', 'LEASEHOLD']],
  dreieich: [['GE', 'MI'], 6_500, ['BUY', 'RENT']],
  heusenstamm: [['GE'], 1_800, ['BUY']],
  langen: [['GE', 'SO'], 9_200, ['RENT', 'LEASEHOLD']],
  'neu-isenburg': [['MI', 'SO'], 4_000, ['RENT']],
  obertshausen: [['GE', 'GI'], null, ['BUY']],
  rodgau: [['GE', 'GI', 'MI'], 25_000, ['BUY', 'RENT', 'LEASEHOLD']],
  seligenstadt: [['GE'], 3_200, []],
};

/** What some municipalities can offer at all, entered by their liaisons. */
export function addSiteProfiles(world: World): void {
  for (const partner of world.partners) {
    const profile = PROFILES[partner.slug];
    const liaison = partner.people.LIAISON;
    if (!profile || !liaison) continue;
    world.tables.add('organisation_site_profiles', {
      organisation_id: partner.id,
      region_id: partner.regionId,
      use_classes: profile[0],
      largest_area_sqm: profile[1],
      tenures: profile[2],
      version: 1,
      updated_at: new Date(world.now.getTime() - 90 * DAY),
      updated_by_name: liaison.name,
    });
  }
}
