/** The demo's partners: a name, how many accounts and numbers, and the area codes that its customers are in. */
export const PARTNERS = [
  {
    slug: 'harborlight',
    name: 'Harborlight Communications',
    contact: { name: 'Dana Whitfield', email: 'dana@harborlight.example' },
    accounts: 18,
    numbers: 1500,
    areaCodes: [
      '206',
      '253',
      '360',
      '415',
      '425',
      '503',
      '509',
      '510',
      '541',
      '628',
      '650',
      '707',
      '831',
      '916',
      '971',
    ],
  },
  {
    slug: 'kestrel-voice',
    name: 'Kestrel Voice',
    contact: { name: 'Omar Haddad', email: 'omar@kestrel-voice.example' },
    accounts: 13,
    numbers: 1000,
    areaCodes: ['212', '215', '267', '312', '347', '412', '516', '617', '646', '718', '773', '917'],
  },
  {
    slug: 'juniper-cloud',
    name: 'Juniper Cloud Telecom',
    contact: { name: 'Renata Silva', email: 'renata@juniper-cloud.example' },
    accounts: 9,
    numbers: 500,
    areaCodes: ['214', '281', '305', '404', '512', '713', '786', '817'],
  },
] as const;

export const STAFF = [
  { role: 'agent', name: 'Priya Raman', email: 'priya@porting.example' },
  { role: 'lead', name: 'Lars Eklund', email: 'lars@porting.example' },
] as const;

export const END_USER = { name: 'Maya Okafor', email: 'maya@lakeshore-dental.example' } as const;

/** Forty customers: username and company name as our system has them. */
export const COMPANIES: readonly (readonly [username: string, company: string])[] = [
  ['lakeshoredental', 'Lakeshore Dental Group'],
  ['bluebirdvet', 'Bluebird Veterinary Clinic'],
  ['marlowlegal', 'Marlow & Finch Attorneys'],
  ['harperlogistics', 'Harper Logistics Inc.'],
  ['cedarroofing', 'Cedar Ridge Roofing'],
  ['pinnacletax', 'Pinnacle Tax Advisors LLC'],
  ['rainieroptics', 'Rainier Optics'],
  ['sunsetcatering', 'Sunset Catering Co.'],
  ['gardenstate', 'Garden State Plumbing & Heating'],
  ['oakhollow', 'Oak Hollow Senior Living'],
  ['tidewatermarine', 'Tidewater Marine Supply'],
  ['crestviewschools', 'Crestview Charter Schools'],
  ['beaconphysio', 'Beacon Physiotherapy'],
  ['northpier', 'North Pier Brewing'],
  ['silverlinetravel', 'Silverline Travel Services'],
  ['mapleauto', 'Maple Street Auto Body'],
  ['zenithrealty', 'Zenith Realty Partners'],
  ['cafealma', 'Café Alma e Filhos'],
  ['kestrellogistics', 'Kestrel Logistics'],
  ['ironbridge', 'Ironbridge Fabrication'],
  ['unionsqpharm', 'Union Square Pharmacy'],
  ['hudsonfreight', 'Hudson Freight Forwarders'],
  ['brightsidekids', 'Brightside Early Learning'],
  ['stonegatebank', 'Stonegate Community Bank'],
  ['papadakis', 'Παπαδάκης Imports'],
  ['liberty-print', 'Liberty Print & Copy'],
  ['fultonmedical', 'Fulton Medical Associates'],
  ['metrolocksmith', 'Metro Locksmiths'],
  ['parkavearch', 'Park Avenue Architects PLLC'],
  ['sovetskaya', 'Чайка Bakery'],
  ['windycityhvac', 'Windy City HVAC'],
  ['lonestarpest', 'Lone Star Pest Control'],
  ['bayousolar', 'Bayou Solar'],
  ['magnoliahotel', 'Magnolia Hotel & Conference Center'],
  ['peachtreeins', 'Peachtree Insurance Brokers'],
  ['gulfcoastortho', 'Gulf Coast Orthodontics'],
  ['trinityfoods', 'Trinity Foods Wholesale'],
  ['brazostitle', 'Brazos Title Company'],
  ['alamofire', 'Alamo Fire & Safety'],
  [
    'ocotillo',
    'The Ocotillo Foundation for Desert Conservation, Education and the Arts of the Greater Southwest',
  ],
];

/** Reject reasons as the porting team puts them, short. */
/** As the desk offers them, so that each has its next step. */
export const REJECT_REASONS = [
  'Service address does not match',
  'Account number does not match',
  'PIN or passcode missing or wrong',
  'Authorised signer not recognised',
  'LOA not readable or not dated',
  'Number is not on this account',
  'Pending order at the current carrier',
  'Account frozen or unpaid',
  'Number tied to a data line or alarm',
] as const;
