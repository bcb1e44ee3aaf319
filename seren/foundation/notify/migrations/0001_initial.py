import django.db.models.deletion
import seren.foundation.kernel.ids
import seren.foundation.sealing.fields
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Notice',
            fields=[
                ('id', models.UUIDField(default=seren.foundation.kernel.ids.new, editable=False, primary_key=True, serialize=False)),
                ('provider_id', models.UUIDField()),
                ('setting_id', models.UUIDField(null=True)),
                ('kind', models.CharField(max_length=60)),
                ('subject_type', models.CharField(max_length=60)),
                ('subject_id', models.UUIDField()),
                ('about_id', models.UUIDField(null=True)),
                ('urgency', models.CharField(choices=[('normal', 'waits for a good moment'), ('now', 'passes quiet hours')], default='normal', max_length=8)),
                ('created_at', models.DateTimeField()),
                ('released_at', models.DateTimeField(null=True)),
                ('withdrawn_at', models.DateTimeField(null=True)),
            ],
            options={
                'indexes': [models.Index(fields=['subject_id', 'created_at'], name='notice_by_subject')],
                'constraints': [models.CheckConstraint(condition=models.Q(('urgency__in', ['normal', 'now'])), name='notice_urgency_known')],
            },
        ),
        migrations.CreateModel(
            name='Delivery',
            fields=[
                ('id', models.UUIDField(default=seren.foundation.kernel.ids.new, editable=False, primary_key=True, serialize=False)),
                ('provider_id', models.UUIDField()),
                ('person_id', models.UUIDField()),
                ('channel', models.CharField(choices=[('email', 'e-mail'), ('paper', 'printed for them'), ('page', 'on their pages only')], max_length=8)),
                ('planned_at', models.DateTimeField()),
                ('digest_on', models.DateField(null=True)),
                ('sent_at', models.DateTimeField(null=True)),
                ('outcome', models.CharField(choices=[('waiting', 'waiting for its time'), ('failed', 'did not go out yet, will be tried again'), ('sent', 'gone out'), ('digested', 'gone out within a digest'), ('dropped', 'not theirs any more, or taken back'), ('dead', 'given up')], default='waiting', max_length=8)),
                ('attempts', models.PositiveSmallIntegerField(default=0)),
                ('message_id', models.CharField(blank=True, max_length=120)),
                ('last_error', models.CharField(blank=True, max_length=60)),
                ('notice', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='deliveries', to='notify.notice')),
            ],
            options={
                'indexes': [models.Index(fields=['person_id', 'digest_on'], name='delivery_by_digest'), models.Index(condition=models.Q(('outcome__in', ['waiting', 'failed', 'dead'])), fields=['channel', 'outcome', 'planned_at'], name='delivery_unfinished')],
                'constraints': [models.CheckConstraint(condition=models.Q(('channel__in', ['email', 'paper', 'page'])), name='delivery_channel_known'), models.CheckConstraint(condition=models.Q(('outcome__in', ['waiting', 'failed', 'sent', 'digested', 'dropped', 'dead'])), name='delivery_outcome_known'), models.UniqueConstraint(fields=('notice', 'person_id'), name='one_delivery_per_adult'), models.CheckConstraint(condition=models.Q(('sent_at__isnull', False), models.Q(('outcome__in', ['sent', 'digested']), _negated=True), _connector='OR'), name='delivery_sent_has_a_time')],
            },
        ),
        migrations.CreateModel(
            name='Outgoing',
            fields=[
                ('id', models.UUIDField(default=seren.foundation.kernel.ids.new, editable=False, primary_key=True, serialize=False)),
                ('letter', seren.foundation.sealing.fields.SealedJSON(null=True, subject='id')),
                ('language', models.CharField(max_length=12)),
                ('made_at', models.DateTimeField()),
                ('sent_at', models.DateTimeField(null=True)),
                ('outcome', models.CharField(choices=[('waiting', 'waiting for its time'), ('failed', 'did not go out yet, will be tried again'), ('sent', 'gone out'), ('digested', 'gone out within a digest'), ('dropped', 'not theirs any more, or taken back'), ('dead', 'given up')], default='waiting', max_length=8)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('outcome__in', ['waiting', 'failed', 'sent', 'digested', 'dropped', 'dead'])), name='outgoing_outcome_known')],
            },
        ),
        migrations.CreateModel(
            name='Chased',
            fields=[
                ('id', models.UUIDField(default=seren.foundation.kernel.ids.new, editable=False, primary_key=True, serialize=False)),
                ('provider_id', models.UUIDField()),
                ('person_id', models.UUIDField()),
                ('by_person', models.UUIDField()),
                ('at', models.DateTimeField()),
                ('way', models.CharField(choices=[('letter', 'A letter'), ('phone', 'A telephone call'), ('spoken', 'Face to face')], max_length=8)),
                ('came', models.CharField(choices=[('told', 'They know now'), ('not-told', 'They could not be told'), ('on-its-way', 'It waits to be printed')], max_length=10)),
                ('words', seren.foundation.sealing.fields.SealedText(null=True, subject='person_id')),
                ('delivery', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='chased', to='notify.delivery')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('way__in', ['letter', 'phone', 'spoken'])), name='chased_way_known'), models.CheckConstraint(condition=models.Q(('came__in', ['told', 'not-told', 'on-its-way'])), name='chased_came_known'), models.CheckConstraint(condition=models.Q(models.Q(('came', 'on-its-way'), ('way', 'letter')), models.Q(models.Q(('way', 'letter'), _negated=True), models.Q(('came', 'on-its-way'), _negated=True)), _connector='OR'), name='chased_by_letter_waits'), models.CheckConstraint(condition=models.Q(models.Q(('came', 'not-told'), _negated=True), ('words__isnull', False), _connector='OR'), name='chased_says_why_not')],
            },
        ),
    ]
