/** The SELECT list of a Setup, over unite_setup s and account a. */
export const SETUP = `
  s.id, s.version, jsonb_build_object('id', a.id, 'username', a.username, 'company', a.company_name) AS account,
  jsonb_build_object('name', s.contact_name, 'email', s.contact_email, 'phone', s.contact_phone) AS contact,
  s.actor, s.created_at AS "createdAt", s.updated_at AS "updatedAt", s.submitted_at AS "submittedAt"`;

/** The SELECT list of a SetupNumberOrder, over number_order n. */
export const NUMBER_ORDER = `
  n.id, n.version, n.toll_free AS "tollFree", n.area_code AS "areaCode", n.city, n.quantity, n.state,
  n.requested_at AS "requestedAt", n.decided_at AS "decidedAt", n.phones, n.because`;
