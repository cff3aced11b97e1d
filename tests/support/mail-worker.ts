// A worker of mails in a process of its own, to be killed: node tests/support/mail-worker.ts
import { deliveryOver } from '#server/mail/delivery.ts';
import { workOffMails } from '#server/mail/worker.ts';

const { SMTP_URL, MAIL_FROM } = process.env;
workOffMails(deliveryOver({ SMTP_URL, MAIL_FROM }));
