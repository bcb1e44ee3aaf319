import django.db.models.deletion
import seren.foundation.kernel.ids
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('accounts', '0001_initial'),
        ('families', '0001_initial'),
        ('provision', '0001_initial'),
        ('words', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Copy',
            fields=[
                ('id', models.UUIDField(default=seren.foundation.kernel.ids.new, editable=False, primary_key=True, serialize=False)),
                ('provider_id', models.UUIDField()),
                ('photo', models.UUIDField(db_index=True)),
                ('place', models.CharField(choices=[('wall', 'On our walls'), ('website', 'On our website or leaflet'), ('social', 'On a page of ours elsewhere'), ('press', 'In a paper or on the news'), ('student', 'In a student’s file'), ('album', 'In a family’s printed month'), ('large', 'Opened large by a family')], max_length=8)),
                ('where', models.CharField(blank=True, max_length=120)),
                ('made_at', models.DateTimeField()),
                ('gone_at', models.DateTimeField(null=True)),
                ('gone_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.person')),
                ('made_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.person')),
                ('setting', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='provision.setting')),
            ],
            options={
                'indexes': [models.Index(fields=['setting', 'gone_at'], name='copies_there')],
                'constraints': [models.CheckConstraint(condition=models.Q(('place__in', ['wall', 'website', 'social', 'press', 'student', 'album', 'large'])), name='copy_place_known'), models.CheckConstraint(condition=models.Q(models.Q(('gone_at__isnull', True), ('gone_by__isnull', True)), models.Q(('gone_at__isnull', False), ('gone_by__isnull', False)), _connector='OR'), name='copy_gone_by_and_gone_at'), models.UniqueConstraint(condition=models.Q(('gone_at__isnull', True), ('place__in', ('album', 'large'))), fields=('photo', 'place', 'made_by'), name='copy_of_a_family_once')],
            },
        ),
        migrations.CreateModel(
            name='CopyChild',
            fields=[
                ('id', models.UUIDField(default=seren.foundation.kernel.ids.new, editable=False, primary_key=True, serialize=False)),
                ('provider_id', models.UUIDField()),
                ('child', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='families.child')),
                ('copy', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='children', to='journal.copy')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('copy', 'child'), name='child_once_in_copy')],
            },
        ),
        migrations.CreateModel(
            name='Moment',
            fields=[
                ('id', models.UUIDField(default=seren.foundation.kernel.ids.new, editable=False, primary_key=True, serialize=False)),
                ('provider_id', models.UUIDField()),
                ('origin', models.CharField(choices=[('setting', 'From the setting'), ('home', 'From home')], max_length=8)),
                ('channel', models.CharField(choices=[('screen', 'On a screen'), ('paper', 'On paper')], default='screen', max_length=8)),
                ('audience', models.CharField(choices=[('key_person', 'The key person'), ('team', 'The whole team'), ('family', 'All the family and the team')], default='family', max_length=12)),
                ('state', models.CharField(choices=[('draft', 'Not shared yet'), ('shared', 'Shared'), ('withdrawn', 'Taken back')], default='draft', max_length=10)),
                ('quick_word', models.CharField(blank=True, max_length=16)),
                ('happened_at', models.DateTimeField()),
                ('happened_precision', models.CharField(choices=[('minute', 'To the minute'), ('day', 'The day')], default='minute', max_length=6)),
                ('written_at', models.DateTimeField()),
                ('shared_at', models.DateTimeField(null=True)),
                ('withdrawn_at', models.DateTimeField(null=True)),
                ('thanked_at', models.DateTimeField(null=True)),
                ('binned_at', models.DateTimeField(null=True)),
                ('fingerprint', models.BinaryField(max_length=32, null=True)),
                ('author', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.person')),
                ('keyed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.person')),
                ('setting', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='provision.setting')),
                ('text', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='words.text')),
                ('thanked_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.person')),
                ('withdrawn_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.person')),
            ],
            options={
                'indexes': [models.Index(fields=['setting', 'state', 'written_at'], name='moment_by_state'), models.Index(fields=['author', 'state'], name='moment_by_author'), models.Index(condition=models.Q(('thanked_at__isnull', True)), fields=['origin', 'setting', 'shared_at'], name='moment_to_thank'), models.Index(condition=models.Q(('binned_at__isnull', False)), fields=['setting', 'binned_at'], name='moment_in_bin')],
                'constraints': [models.CheckConstraint(condition=models.Q(('origin__in', ['setting', 'home'])), name='moment_origin_known'), models.CheckConstraint(condition=models.Q(('channel__in', ['screen', 'paper'])), name='moment_channel_known'), models.CheckConstraint(condition=models.Q(('audience__in', ['key_person', 'team', 'family'])), name='moment_audience_known'), models.CheckConstraint(condition=models.Q(('state__in', ['draft', 'shared', 'withdrawn'])), name='moment_state_known'), models.CheckConstraint(condition=models.Q(('happened_precision__in', ['minute', 'day'])), name='moment_happened_precision_known'), models.CheckConstraint(condition=models.Q(models.Q(('withdrawn_at__isnull', True), ('withdrawn_by__isnull', True)), models.Q(('withdrawn_at__isnull', False), ('withdrawn_by__isnull', False)), _connector='OR'), name='moment_withdrawn_at_and_withdrawn_by'), models.CheckConstraint(condition=models.Q(models.Q(('thanked_at__isnull', True), ('thanked_by__isnull', True)), models.Q(('thanked_at__isnull', False), ('thanked_by__isnull', False)), _connector='OR'), name='moment_thanked_at_and_thanked_by'), models.CheckConstraint(condition=models.Q(('state', 'draft'), ('shared_at__isnull', False), _connector='OR'), name='moment_shared_when'), models.CheckConstraint(condition=models.Q(('origin', 'home'), ('audience', 'family'), _connector='OR'), name='setting_tells_family'), models.CheckConstraint(condition=models.Q(('keyed_by__isnull', True), ('channel', 'paper'), _connector='OR'), name='keyed_from_paper')],
            },
        ),
        migrations.CreateModel(
            name='MomentArea',
            fields=[
                ('id', models.UUIDField(default=seren.foundation.kernel.ids.new, editable=False, primary_key=True, serialize=False)),
                ('provider_id', models.UUIDField()),
                ('code', models.CharField(max_length=16)),
                ('moment', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='areas', to='journal.moment')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('moment', 'code'), name='area_once_in_moment')],
            },
        ),
        migrations.CreateModel(
            name='MomentChild',
            fields=[
                ('id', models.UUIDField(default=seren.foundation.kernel.ids.new, editable=False, primary_key=True, serialize=False)),
                ('provider_id', models.UUIDField()),
                ('origin', models.CharField(choices=[('setting', 'From the setting'), ('home', 'From home')], max_length=8)),
                ('shared_at', models.DateTimeField(null=True)),
                ('child', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='families.child')),
                ('moment', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='children', to='journal.moment')),
                ('own_text', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='words.text')),
            ],
            options={
                'indexes': [models.Index(fields=['child', '-shared_at', '-moment'], name='sky_of_child'), models.Index(fields=['child', 'origin', '-shared_at'], name='last_of_child')],
                'constraints': [models.CheckConstraint(condition=models.Q(('origin__in', ['setting', 'home'])), name='momentchild_origin_known'), models.UniqueConstraint(fields=('moment', 'child'), name='child_once_in_moment')],
            },
        ),
        migrations.CreateModel(
            name='NextStep',
            fields=[
                ('id', models.UUIDField(default=seren.foundation.kernel.ids.new, editable=False, primary_key=True, serialize=False)),
                ('provider_id', models.UUIDField()),
                ('state', models.CharField(choices=[('suggested', 'Suggested'), ('agreed', 'Agreed'), ('closed', 'Closed')], default='suggested', max_length=10)),
                ('suggested_at', models.DateTimeField()),
                ('closed_side', models.CharField(blank=True, choices=[('home', 'home'), ('setting', 'the setting')], max_length=8)),
                ('closed_at', models.DateTimeField(null=True)),
                ('child', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='families.child')),
                ('closed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.person')),
                ('closing_words', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='words.text')),
                ('seen', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='words.text')),
                ('setting', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='provision.setting')),
                ('step', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='words.text')),
                ('suggested_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.person')),
            ],
            options={
                'indexes': [models.Index(fields=['child', 'state'], name='steps_of_child')],
                'constraints': [models.CheckConstraint(condition=models.Q(('state__in', ['suggested', 'agreed', 'closed'])), name='nextstep_state_known'), models.CheckConstraint(condition=models.Q(('closed_side__in', ['home', 'setting', ''])), name='nextstep_closed_side_known'), models.CheckConstraint(condition=models.Q(models.Q(('closed_at__isnull', False), ('closed_by__isnull', False), ('state', 'closed')), models.Q(models.Q(('state', 'closed'), _negated=True), ('closed_at__isnull', True), ('closed_by__isnull', True)), _connector='OR'), name='nextstep_closed_when')],
            },
        ),
        migrations.CreateModel(
            name='HomeWords',
            fields=[
                ('id', models.UUIDField(default=seren.foundation.kernel.ids.new, editable=False, primary_key=True, serialize=False)),
                ('provider_id', models.UUIDField()),
                ('written_at', models.DateTimeField()),
                ('author', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.person')),
                ('child', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='families.child')),
                ('household', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='families.household')),
                ('setting', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='provision.setting')),
                ('text', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='words.text')),
                ('step', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='home_words', to='journal.nextstep')),
            ],
            options={
                'indexes': [models.Index(fields=['child', 'written_at'], name='home_words_of_child')],
            },
        ),
        migrations.CreateModel(
            name='Reply',
            fields=[
                ('id', models.UUIDField(default=seren.foundation.kernel.ids.new, editable=False, primary_key=True, serialize=False)),
                ('provider_id', models.UUIDField()),
                ('kind', models.CharField(choices=[('heart', 'We love this'), ('starter', 'At home…'), ('words', 'Words')], max_length=8)),
                ('written_at', models.DateTimeField()),
                ('waits', models.BooleanField(default=False)),
                ('withdrawn_at', models.DateTimeField(null=True)),
                ('fingerprint', models.BinaryField(max_length=32, null=True)),
                ('author', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.person')),
                ('moment', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='replies', to='journal.moment')),
                ('talk_with', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.person')),
                ('text', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='words.text')),
                ('withdrawn_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.person')),
            ],
            options={
                'indexes': [models.Index(fields=['moment', 'written_at'], name='talk_of_moment')],
                'constraints': [models.CheckConstraint(condition=models.Q(('kind__in', ['heart', 'starter', 'words'])), name='reply_kind_known'), models.CheckConstraint(condition=models.Q(models.Q(('withdrawn_at__isnull', True), ('withdrawn_by__isnull', True)), models.Q(('withdrawn_at__isnull', False), ('withdrawn_by__isnull', False)), _connector='OR'), name='reply_withdrawn_at_and_withdrawn_by'), models.CheckConstraint(condition=models.Q(models.Q(('kind', 'heart'), ('text__isnull', True)), models.Q(models.Q(('kind', 'heart'), _negated=True), ('text__isnull', False)), _connector='OR'), name='reply_has_words'), models.UniqueConstraint(condition=models.Q(('kind', 'heart'), ('withdrawn_at__isnull', True)), fields=('moment', 'author'), name='one_heart_each'), models.CheckConstraint(condition=models.Q(('waits', False), models.Q(('author', models.F('talk_with')), ('text__isnull', False), ('withdrawn_at__isnull', True)), _connector='OR'), name='words_of_a_family_wait'), models.UniqueConstraint(condition=models.Q(('waits', True)), fields=('moment', 'talk_with'), name='one_waits_in_a_talk')],
            },
        ),
        migrations.CreateModel(
            name='RecordRequest',
            fields=[
                ('id', models.UUIDField(default=seren.foundation.kernel.ids.new, editable=False, primary_key=True, serialize=False)),
                ('provider_id', models.UUIDField()),
                ('asked_at', models.DateTimeField()),
                ('decision', models.CharField(choices=[('asked', 'Waiting'), ('accepted', 'In the record'), ('declined', 'Not in the record')], default='asked', max_length=8)),
                ('decided_at', models.DateTimeField(null=True)),
                ('asked_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.person')),
                ('child', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='families.child')),
                ('decided_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.person')),
                ('moment', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='record_requests', to='journal.moment')),
                ('reason', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='words.text')),
                ('setting', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='provision.setting')),
                ('reply', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='record_requests', to='journal.reply')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('decision__in', ['asked', 'accepted', 'declined'])), name='recordrequest_decision_known'), models.CheckConstraint(condition=models.Q(models.Q(('decided_at__isnull', True), ('decided_by__isnull', True)), models.Q(('decided_at__isnull', False), ('decided_by__isnull', False)), _connector='OR'), name='recordrequest_decided_by_and_decided_at'), models.CheckConstraint(condition=models.Q(models.Q(('decision', 'declined'), _negated=True), ('reason__isnull', False), _connector='OR'), name='declined_with_reason'), models.UniqueConstraint(fields=('moment', 'reply', 'child', 'asked_by'), name='asked_once', nulls_distinct=False)],
            },
        ),
        migrations.CreateModel(
            name='ReplyAbout',
            fields=[
                ('id', models.UUIDField(default=seren.foundation.kernel.ids.new, editable=False, primary_key=True, serialize=False)),
                ('provider_id', models.UUIDField()),
                ('origin', models.CharField(choices=[('setting', 'From the setting'), ('home', 'From home')], max_length=8)),
                ('said_at', models.DateTimeField(null=True)),
                ('child', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='families.child')),
                ('reply', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='about', to='journal.reply')),
            ],
            options={
                'indexes': [models.Index(fields=['child', 'origin', '-said_at'], name='last_words_about_child')],
                'constraints': [models.CheckConstraint(condition=models.Q(('origin__in', ['setting', 'home'])), name='replyabout_origin_known'), models.UniqueConstraint(fields=('reply', 'child'), name='reply_about_once')],
            },
        ),
        migrations.CreateModel(
            name='Slip',
            fields=[
                ('id', models.UUIDField(default=seren.foundation.kernel.ids.new, editable=False, primary_key=True, serialize=False)),
                ('provider_id', models.UUIDField()),
                ('code_blind', models.BinaryField(max_length=32, unique=True)),
                ('made_at', models.DateTimeField()),
                ('used_at', models.DateTimeField(null=True)),
                ('child', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='families.child')),
                ('made_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.person')),
                ('moment', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='journal.moment')),
                ('setting', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='provision.setting')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='StepAgreement',
            fields=[
                ('id', models.UUIDField(default=seren.foundation.kernel.ids.new, editable=False, primary_key=True, serialize=False)),
                ('provider_id', models.UUIDField()),
                ('side', models.CharField(choices=[('home', 'home'), ('setting', 'the setting')], max_length=8)),
                ('agreed_at', models.DateTimeField()),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.person')),
                ('step', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='agreements', to='journal.nextstep')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('side__in', ['home', 'setting'])), name='stepagreement_side_known'), models.UniqueConstraint(fields=('step', 'person'), name='agreed_once')],
            },
        ),
    ]
