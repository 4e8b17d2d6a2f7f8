-- Keys to what is not the store's own; they stay out of copies (store/copy.hpp).
UPDATE setting SET key = 'secret.mail_password' WHERE key = 'mail.password';
