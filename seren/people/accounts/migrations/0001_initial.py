import datetime
import django.db.models.deletion
import seren.foundation.access.actors
import seren.foundation.kernel.ids
import seren.foundation.sealing.fields
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Login',
            fields=[
                ('last_login', models.DateTimeField(blank=True, null=True, verbose_name='last login')),
                ('id', models.UUIDField(default=seren.foundation.kernel.ids.new, editable=False, primary_key=True, serialize=False)),
                ('email', models.CharField(max_length=254, null=True, unique=True)),
                ('is_active', models.BooleanField(default=True)),
                ('made_at', models.DateTimeField()),
                ('epoch', models.UUIDField(default=seren.foundation.kernel.ids.new)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Invitation',
            fields=[
                ('id', models.UUIDField(default=seren.foundation.kernel.ids.new, editable=False, primary_key=True, serialize=False)),
                ('provider_id', models.UUIDField()),
                ('code_blind', models.BinaryField(max_length=32, unique=True)),
                ('made_at', models.DateTimeField()),
                ('ends_at', models.DateTimeField()),
                ('used_at', models.DateTimeField(null=True)),
                ('ended_at', models.DateTimeField(null=True)),
            ],
        ),
        migrations.CreateModel(
            name='Limit',
            fields=[
                ('cache_key', models.CharField(max_length=255, primary_key=True, serialize=False)),
                ('value', models.TextField()),
                ('expires', models.DateTimeField(db_index=True)),
            ],
        ),
        migrations.CreateModel(
            name='Person',
            fields=[
                ('id', models.UUIDField(default=seren.foundation.kernel.ids.new, editable=False, primary_key=True, serialize=False)),
                ('provider_id', models.UUIDField()),
                ('given_name', models.CharField(max_length=80)),
                ('family_name', models.CharField(max_length=80)),
                ('email', seren.foundation.sealing.fields.SealedText(null=True, subject='id')),
                ('email_blind', models.BinaryField(max_length=32, null=True)),
                ('phone', seren.foundation.sealing.fields.SealedText(null=True, subject='id')),
                ('phone_blind', models.BinaryField(max_length=32, null=True)),
                ('spoken_language', models.CharField(default='en', max_length=12)),
                ('read_language', models.CharField(default='en', max_length=12)),
                ('also_speaks', models.JSONField(default=list)),
                ('current_setting_id', models.UUIDField(null=True)),
                ('last_hat', models.CharField(blank=True, choices=[('family', 'Family'), ('room', 'Staff'), ('desk', 'Manager'), ('committee', 'Committee')], max_length=12)),
                ('known_since', models.DateTimeField()),
                ('closed_at', models.DateTimeField(null=True)),
                ('login', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='people', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('last_hat__in', ['family', 'room', 'desk', 'committee', ''])), name='person_last_hat_known'), models.UniqueConstraint(fields=('provider_id', 'login'), name='one_person_per_login'), models.UniqueConstraint(condition=models.Q(('closed_at__isnull', True), ('email_blind__isnull', False)), fields=('provider_id', 'email_blind'), name='one_person_per_address')],
            },
        ),
        migrations.CreateModel(
            name='Meeting',
            fields=[
                ('id', models.UUIDField(default=seren.foundation.kernel.ids.new, editable=False, primary_key=True, serialize=False)),
                ('words_blind', models.BinaryField(max_length=32, unique=True)),
                ('made_at', models.DateTimeField()),
                ('ends_at', models.DateTimeField()),
                ('met_at', models.DateTimeField(null=True)),
                ('used_at', models.DateTimeField(null=True)),
                ('invitation', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.invitation')),
                ('login', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('met_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.person')),
                ('person', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.person')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('met_at__isnull', True), ('person__isnull', True)), models.Q(('met_at__isnull', False), ('person__isnull', False)), _connector='OR'), name='meeting_person_and_met_at'), models.CheckConstraint(condition=models.Q(('used_at__isnull', True), ('met_at__isnull', False), _connector='OR'), name='meeting_met_before_used')],
            },
        ),
        migrations.AddField(
            model_name='invitation',
            name='made_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.person'),
        ),
        migrations.AddField(
            model_name='invitation',
            name='person',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='invitations', to='accounts.person'),
        ),
        migrations.CreateModel(
            name='ApiToken',
            fields=[
                ('id', models.UUIDField(default=seren.foundation.kernel.ids.new, editable=False, primary_key=True, serialize=False)),
                ('provider_id', models.UUIDField()),
                ('token_digest', models.BinaryField(max_length=32, unique=True)),
                ('made_at', models.DateTimeField()),
                ('ends_at', models.DateTimeField()),
                ('ended_at', models.DateTimeField(null=True)),
                ('level', models.SmallIntegerField()),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.person')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('level__in', [seren.foundation.access.actors.Level['KNOWN'], seren.foundation.access.actors.Level['STRONG']])), name='token_level_known')],
            },
        ),
        migrations.CreateModel(
            name='ReachMe',
            fields=[
                ('id', models.UUIDField(default=seren.foundation.kernel.ids.new, editable=False, primary_key=True, serialize=False)),
                ('provider_id', models.UUIDField()),
                ('interface_language', models.CharField(default='en', max_length=12)),
                ('format', models.CharField(choices=[('page', 'On the page'), ('clear', 'Clear print'), ('large', 'Large print'), ('giant', 'Giant print'), ('easy', 'Easy read'), ('text', 'Plain text'), ('audio', 'Read aloud'), ('braille', 'Braille'), ('paper', 'On paper'), ('phone-call', 'A phone call')], default='page', max_length=12)),
                ('quiet_from', models.TimeField(default=datetime.time(19, 0))),
                ('quiet_to', models.TimeField(default=datetime.time(7, 30))),
                ('quiet_weekends', models.BooleanField(default=True)),
                ('digest', models.BooleanField(default=True)),
                ('by_email', models.BooleanField(default=True)),
                ('on_paper', models.BooleanField(default=False)),
                ('interpreter', models.BooleanField(default=False)),
                ('prefers_talking', models.BooleanField(default=False)),
                ('theme', models.CharField(blank=True, max_length=6)),
                ('person', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='reach', to='accounts.person')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('format__in', ['page', 'clear', 'large', 'giant', 'easy', 'text', 'audio', 'braille', 'paper', 'phone-call'])), name='reachme_format_known')],
            },
        ),
        migrations.CreateModel(
            name='Recovery',
            fields=[
                ('id', models.UUIDField(default=seren.foundation.kernel.ids.new, editable=False, primary_key=True, serialize=False)),
                ('provider_id', models.UUIDField()),
                ('asked_at', models.DateTimeField()),
                ('agreed_at', models.DateTimeField(null=True)),
                ('opens_at', models.DateTimeField(null=True)),
                ('done_at', models.DateTimeField(null=True)),
                ('stopped_at', models.DateTimeField(null=True)),
                ('agreed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.person')),
                ('asked_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.person')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='recoveries', to='accounts.person')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('agreed_at__isnull', True), ('agreed_by__isnull', True)), models.Q(('agreed_at__isnull', False), ('agreed_by__isnull', False)), _connector='OR'), name='recovery_agreed_by_and_agreed_at'), models.CheckConstraint(condition=models.Q(models.Q(('agreed_at__isnull', True), ('opens_at__isnull', True)), models.Q(('agreed_at__isnull', False), ('opens_at__isnull', False)), _connector='OR'), name='recovery_agreed_at_and_opens_at'), models.CheckConstraint(condition=models.Q(('agreed_by__isnull', True), models.Q(('agreed_by', models.F('asked_by')), _negated=True), _connector='OR'), name='recovery_takes_two'), models.CheckConstraint(condition=models.Q(('done_at__isnull', True), ('agreed_at__isnull', False), _connector='OR'), name='recovery_agreed_first'), models.UniqueConstraint(condition=models.Q(('done_at__isnull', True), ('stopped_at__isnull', True)), fields=('person',), name='one_open_recovery')],
            },
        ),
        migrations.CreateModel(
            name='SignInLink',
            fields=[
                ('id', models.UUIDField(default=seren.foundation.kernel.ids.new, editable=False, primary_key=True, serialize=False)),
                ('provider_id', models.UUIDField()),
                ('token_digest', models.BinaryField(max_length=32, unique=True)),
                ('made_at', models.DateTimeField()),
                ('ends_at', models.DateTimeField()),
                ('used_at', models.DateTimeField(null=True)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.person')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Device',
            fields=[
                ('id', models.UUIDField(default=seren.foundation.kernel.ids.new, editable=False, primary_key=True, serialize=False)),
                ('token_digest', models.BinaryField(max_length=32)),
                ('label', models.CharField(max_length=80)),
                ('bound', models.CharField(choices=[('letter', 'the code in your letter'), ('passkey', 'a passkey'), ('second-channel', 'a code to another of your addresses'), ('second-factor', 'your authenticator app or a recovery code'), ('face-to-face', 'staff who met you'), ('link', 'a link from the setting')], max_length=16)),
                ('bound_at', models.DateTimeField()),
                ('last_seen_on', models.DateField()),
                ('ended_at', models.DateTimeField(null=True)),
                ('login', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='devices', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'indexes': [models.Index(fields=['token_digest'], name='device_by_token')],
                'constraints': [models.CheckConstraint(condition=models.Q(('bound__in', ['letter', 'passkey', 'second-channel', 'second-factor', 'face-to-face', 'link'])), name='device_bound_known'), models.UniqueConstraint(condition=models.Q(('ended_at__isnull', True)), fields=('login', 'token_digest'), name='device_bound_once')],
            },
        ),
        migrations.AddConstraint(
            model_name='invitation',
            constraint=models.UniqueConstraint(condition=models.Q(('ended_at__isnull', True), ('used_at__isnull', True)), fields=('person',), name='one_open_invitation'),
        ),
    ]
