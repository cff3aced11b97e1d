import type pg from 'pg';

/** The mails to the porting team that the partners' messages became: kept, for the demo has no mail server. */
export async function seedMails(client: pg.Client): Promise<void> {
  await client.query(
    `INSERT INTO mail (partner_id, order_id, event_id, to_address, reply_to, subject, body, queued_at, state, attempts, tried_at)
     SELECT e.partner_id, e.order_id, e.id, 'porting@127.0.0.1', u.email,
       concat_ws(', request ', 'Case ' || r.case_number, r.id),
       concat_ws(E'\\n', e.note, '', '--', format('From: %s <%s>', u.name, u.email), 'Partner: ' || p.name,
         concat('Account: ', a.company_name, ', ', a.id),
         'Numbers: ' || (SELECT string_agg(n.phone, ', ' ORDER BY n.phone) FROM port_number n WHERE n.partner_id = o.partner_id AND n.order_id = o.id)),
       e.at, 'kept', 1, e.at
     FROM order_event e
     JOIN app_user u ON u.id = e.actor_id
     JOIN partner p ON p.id = e.partner_id
     JOIN port_order o ON o.partner_id = e.partner_id AND o.id = e.order_id
     JOIN port_request r ON r.partner_id = o.partner_id AND r.id = o.request_id
     JOIN account a ON a.partner_id = r.partner_id AND a.id = r.account_id
     WHERE e.kind = 'message'`,
  );
}
